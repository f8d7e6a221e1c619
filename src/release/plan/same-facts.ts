import type { Database, Reader } from "#db/open.ts";
import { findAuditHead } from "#db/reads/audit.ts";
import { findChangeHead } from "#db/reads/motion-changes.ts";
import { findFileOf, openOwnSnapshot, type Snapshot } from "#db/snapshot.ts";
import type { Frame } from "../project/project-frame.ts";
import type { Scope } from "./collect.ts";
import type { Plan } from "./plan.ts";

/** What another thread needs so that it reads what this one reads. */
export type Facts = {
  /** Address of the database file. */
  readonly url: string;
  readonly change: number;
  readonly audit: Plan["audit"];
  readonly frame: Frame;
};

/** Undefined where the database is no file: then one thread reads. */
export async function findFacts(
  db: Database,
  reader: Reader,
  frame: Frame,
  { change, audit }: Scope,
): Promise<Facts | undefined> {
  const url = await findFileOf(db, reader);
  return url === undefined ? undefined : { url, change, audit, frame };
}

/**
 * A snapshot of the same facts over a connection of its own, or undefined where something was written meanwhile: every
 * act leaves a row of the audit in its own transaction, and every write to a motion its number.
 */
export async function openSameFacts({ url, change, audit }: Facts): Promise<Snapshot | undefined> {
  const snapshot = await openOwnSnapshot(url);
  const head = await findAuditHead(snapshot.reader);
  const isSame =
    (await findChangeHead(snapshot.reader)) === change && head?.seq === audit?.seq && head?.hash === audit?.hash;
  if (isSame) return snapshot;
  snapshot.close();
  return undefined;
}
