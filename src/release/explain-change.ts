import type { Reader } from "#db/open.ts";
import type { ReleaseOrder } from "./order.ts";
import type { Explained } from "./plan/changes.ts";
import { findCodeHash } from "./plan/code-hash.ts";
import { findScope } from "./plan/collect.ts";
import { readPlan } from "./plan/store-plan.ts";
import { findCurrent } from "./folders.ts";
import { prepareRelease } from "./prepare.ts";
import { openPassingWork } from "./work-files.ts";
import { projectFrame } from "./project/project-frame.ts";

type Place = Pick<ReleaseOrder, "db" | "dataFolder" | "origin" | "base">;

/** True where the release that readers see tells what changed since; otherwise everything would have to be read. */
async function isCheap({ dataFolder }: Place, reader: Reader): Promise<boolean> {
  const id = await findCurrent(dataFolder);
  if (id === undefined) return false;
  const frame = await projectFrame(reader);
  const plan = await readPlan(dataFolder, id, frame);
  if (plan?.code !== (await findCodeHash())) return false;
  return (await findScope(reader, frame, plan)).everyBecause === null;
}

/**
 * The pages that a release of what `reader` sees would change, new and gone ones included; null where that could only be
 * told by reading the whole city. Makes nothing.
 */
export async function explainChange(place: Place, reader: Reader): Promise<readonly Explained[] | null> {
  if (!(await isCheap(place, reader))) return null;
  const nothing = async () => undefined;
  const order: ReleaseOrder = { ...place, id: "", createdAt: "", assertHeld: nothing, onStep: nothing };
  const work = await openPassingWork();
  try {
    return (await prepareRelease(order, reader, work)).changes.explained;
  } finally {
    await work.close();
  }
}
