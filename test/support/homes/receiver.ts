import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export const HOOK_TOKEN = "hook-token-of-the-test";
export const GATEWAY_SECRET = "gateway-secret-of-the-test";

type Call = {
  readonly authorization: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A server of somebody else's: a deploy hook, a gateway for messages. */
export type Receiver = {
  readonly url: string;
  /** What came since the last time. */
  readonly take: () => Call[];
  readonly answerWith: (status: number) => void;
  readonly close: () => Promise<void>;
};

const toPlain = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

export async function startReceiver(): Promise<Receiver> {
  let calls: Call[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { authorization } = request.headers;
      calls.push({ authorization, headers: toPlain(request.headers), body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    take: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
    answerWith: (next) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
