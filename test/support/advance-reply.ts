import { signAssignment } from "#services/assignments/sign.ts";
import type { Context } from "#services/context.ts";
import { approveReply } from "#services/replies/approve.ts";
import { draftReply } from "#services/replies/draft.ts";
import type { DraftInput } from "#services/replies/draft.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { publishReply } from "#services/replies/publish.ts";
import { submitReply } from "#services/replies/submit.ts";
import { cleanDraft } from "./letter.ts";

export const STAGES = ["signed", "drafted", "submitted", "approved", "final", "published"] as const;
export type Stage = (typeof STAGES)[number];

/** `unit` writes and submits, `office` approves, finalises and publishes. */
export type Hands = { readonly unit: Context; readonly office: Context };

/** Leads a reply that nobody has signed yet to the named stage, by the services that users use. Returns its version. */
export async function advanceReply(
  id: string,
  to: Stage,
  hands: Hands,
  draft: DraftInput = cleanDraft(id),
): Promise<number> {
  const { unit, office } = hands;
  const read = async () => (await getReply(office.db, office.actor, id)).assignment.version;
  const ref = async () => ({ id, version: await read() });
  const steps: Readonly<Record<Stage, () => Promise<unknown>>> = {
    signed: async () => await signAssignment(unit, await ref()),
    drafted: async () => await draftReply(unit, await ref(), draft),
    submitted: async () => await submitReply(unit, await ref()),
    approved: async () => await approveReply(office, await ref()),
    final: async () => await finaliseReply(office, await ref()),
    published: async () => await publishReply(office, await ref()),
  };
  for (const stage of STAGES.slice(0, STAGES.indexOf(to) + 1)) await steps[stage]();
  return await read();
}
