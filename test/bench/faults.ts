import { countCalls, makeStory, tryFault, type Act, type Kind } from "#test/release/support/faults/fault-story.ts";

const KINDS = ["file", "database", "network"] as const;

type Tried = Readonly<Record<Kind, { readonly calls: number; readonly tried: number }>>;

async function sweep(act: Act, most: number): Promise<Tried> {
  const story = await makeStory(act);
  try {
    const calls = await countCalls(story);
    const tried = { file: 0, database: 0, network: 0 };
    for (const kind of KINDS) {
      const step = Math.max(1, calls[kind] / most);
      for (let at = 1; at <= calls[kind]; at += step, tried[kind]++) await tryFault(story, kind, Math.floor(at));
      process.stderr.write(`faults: ${act} ${kind} ${tried[kind]} of ${calls[kind]}\n`);
    }
    const toPair = (kind: Kind) => ({ calls: calls[kind], tried: tried[kind] });
    return { file: toPair("file"), database: toPair("database"), network: toPair("network") };
  } finally {
    await story.close();
  }
}

/**
 * Every file, database and network call from publish and from withdraw to the proof of the live site fails once, at most
 * `most` of a kind. Throws at the first after which something is half done, with which call it was.
 */
export async function benchFaults(most: number) {
  return { publish: await sweep("publish", most), withdraw: await sweep("withdraw", most), halfDone: 0 };
}
