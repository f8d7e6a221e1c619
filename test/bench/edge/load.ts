import { connect } from "node:net";
import type { Socket } from "node:net";

export type Load = {
  readonly url: URL;
  /** Whole requests; each connection takes the next. */
  readonly requests: readonly string[];
  readonly connections: number;
  /** Until so many are answered. */
  readonly count: number;
};

export type LoadResult = { readonly rate: number; readonly p50: number; readonly p99: number };

const HEAD_END = "\r\n\r\n";

/** Whole bytes of one answer at the front of `text` (latin1), or undefined while some are missing. */
function answerLength(text: string): number | undefined {
  const head = text.indexOf(HEAD_END);
  if (head < 0) return undefined;
  const start = head + HEAD_END.length;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  if (length !== undefined) return text.length >= start + Number(length) ? start + Number(length) : undefined;
  return text.endsWith("0\r\n\r\n") ? text.length : undefined;
}

/** One answer on the connection, which carries one request at a time. Throws where it is no 2xx. */
async function ask(socket: Socket, request: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const parts: Buffer[] = [];
    const onData = (part: Buffer) => {
      parts.push(part);
      const text = Buffer.concat(parts).toString("latin1");
      if (answerLength(text) === undefined) return;
      socket.off("data", onData);
      socket.off("close", onClose);
      if (text.startsWith("HTTP/1.1 2")) resolve();
      else reject(new Error(`Failed to measure: ${request.split("\r\n")[0]}: ${text.slice(0, 2000)}`));
    };
    const onClose = () => reject(new Error("Failed to measure: the connection was closed"));
    socket.on("data", onData);
    socket.once("close", onClose);
    socket.write(request);
  });
}

/** Asks over kept connections, one request at a time on each. Rate in requests a second, p50 and p99 in milliseconds. */
export async function runLoad({ url, requests, connections, count }: Load): Promise<LoadResult> {
  const times: number[] = [];
  let sent = 0;
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(url.port), url.hostname).setNoDelay(true);
      await new Promise((resolve) => socket.once("connect", resolve));
      return socket;
    }),
  );
  const started = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (sent < count) {
        const request = requests[sent++ % requests.length] ?? "";
        const from = performance.now();
        await ask(socket, request);
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}
