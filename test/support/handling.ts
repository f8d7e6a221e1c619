import { findMotion } from "#db/reads/motions.ts";
import { findReplyRecord } from "#db/reads/reply-record.ts";
import type { RegisterInput } from "#services/motions/register.ts";
import type { TestApp } from "./app.ts";

/** The assignment as it stands; throws where it is not there. */
export async function assignmentOf({ db }: Pick<TestApp, "db">, id: string) {
  const record = await findReplyRecord(db, id);
  if (!record) throw new Error(`${id} is not there`);
  return record.assignment;
}

/** The motion as it stands; throws where it is not there. */
export async function motionOf({ db }: Pick<TestApp, "db">, id: string) {
  const motion = await findMotion(db, id);
  if (!motion) throw new Error(`${id} is not there`);
  return motion;
}

/** What the caller of a verb names: the id and the version that stands now. */
export async function refOf(app: Pick<TestApp, "db">, id: string) {
  return { id, version: (await assignmentOf(app, id)).version };
}

export async function motionRef(app: Pick<TestApp, "db">, id: string) {
  return { id, version: (await motionOf(app, id)).version };
}

/** A matter that is not in the test city. */
export const NEW_MOTION: RegisterInput = {
  campaignId: "2026",
  kind: "suggestion",
  number: 88,
  title: "关于改善城区夜间照明的建议",
  proposers: ["卢子", "冉云芳", "桂安"],
};
