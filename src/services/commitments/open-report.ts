import type { Reader } from "#db/open.ts";
import type { CommitmentEventRow, CommitmentRow } from "#db/reads/commitments.ts";
import { listCommitmentEvents } from "#db/reads/commitments.ts";
import type { CommitmentState } from "#domain/commitment/commitment-kinds.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { Refused } from "../errors.ts";

type OpenReport = CommitmentEventRow & { readonly kind: Exclude<CommitmentState, "open"> };

/** The report of 兑现, 调整 or 不再实施 that waits for the office: the last one, unless it was decided. Throws Refused. */
export async function getOpenReport(reader: Reader, { id, state }: CommitmentRow["commitment"]): Promise<OpenReport> {
  const event = (await listCommitmentEvents(reader, id)).findLast((item) => item.kind !== "progress");
  const isSettled = state === "kept" || state === "dropped";
  const isOpen = event && event.approvedAt === null && event.declinedAt === null;
  if (!isOpen || event.kind === "progress" || isSettled) throw Refused.of(refuse("commitment_nothing_to_approve"));
  return { ...event, kind: event.kind };
}
