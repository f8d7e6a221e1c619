import type { AddressInfo, Socket } from "node:net";
import { connect, createServer } from "node:net";

/** A line to a server that can be cut: what goes over it is what went wrong in production. */
export type FaultyLine = {
  readonly url: string;
  /** Refuses new connections and breaks those that are there, until `mend`. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Breaks the line after so many more answers have begun to come back; one of them is torn in the middle. */
  readonly cutAfterAnswers: (count: number) => void;
  readonly close: () => Promise<void>;
};

export async function startFaultyLine(to: URL): Promise<FaultyLine> {
  const open = new Set<Socket>();
  let isCut = false;
  let answersLeft = Number.POSITIVE_INFINITY;

  function breakAll(): void {
    for (const socket of open) socket.destroy();
  }

  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(to.port), to.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on("data", (chunk: Buffer) => {
      answersLeft--;
      if (answersLeft > 0) return void near.write(chunk);
      answersLeft = Number.POSITIVE_INFINITY;
      isCut = true;
      near.end(chunk.subarray(0, Math.floor(chunk.length / 2)));
      breakAll();
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    cutAfterAnswers: (count) => {
      answersLeft = count;
    },
    close: async () => {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
