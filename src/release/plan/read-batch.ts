import type { Reader } from "#db/open.ts";
import { readMotionTexts } from "#db/reads/withheld.ts";
import { naming } from "../project/name-fault.ts";
import { packMatters, type PackedMatters } from "../project/kept-matters.ts";
import type { Frame } from "../project/project-frame.ts";
import { projectMotions } from "../project/project-motions.ts";
import { packTexts, type PackedTexts } from "../scan/text-spool.ts";
import { toShown, type ShownMatter, type Tombstone } from "./shown.ts";

/** What a release keeps of some motions: what it remembers of each as objects, their many words as bytes. */
export type ReadBatch = {
  readonly matters: readonly ShownMatter[];
  readonly tombstones: readonly Tombstone[];
  readonly packed: PackedMatters;
  readonly texts: PackedTexts;
};

/** Projects these motions and reads their texts; a few hundred at a time. Throws NotPublishable. */
export async function readBatch(reader: Reader, frame: Frame, ids: readonly string[]): Promise<ReadBatch> {
  const { matters, tombstones } = await naming(ids, async (some) => await projectMotions(reader, some, frame));
  const texts = await naming(ids, async (some) => await readMotionTexts(reader, some));
  return {
    matters: matters.map(({ matter, holds }) => toShown(matter, holds)),
    tombstones,
    packed: packMatters(matters.map(({ matter }) => matter)),
    texts: packTexts(texts),
  };
}

export type ReadMotions = (ids: readonly string[]) => Promise<ReadBatch>;
/** Gives what reads beside this thread, or undefined where that would see other facts. */
export type OpenReading = () => Promise<ReadMotions | undefined>;
