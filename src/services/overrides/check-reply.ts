import type { OverrideRow } from "#db/reads/overrides.ts";
import { listOverrideRows } from "#db/reads/overrides.ts";
import type { Finding, Verdict } from "#domain/gate/finding.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { isCurrent, isOverridable } from "#domain/gate/override.ts";
import type { Context } from "../context.ts";
import { getReply } from "../replies/load-reply.ts";
import { scanReply } from "../replies/scan.ts";

export type CheckedDraft = {
  readonly version: number;
  readonly verdict: Verdict;
  readonly findings: readonly (Finding & { readonly overridable: boolean })[];
  /** Requests for this edition; `current`: of the words and attachments as they stand now. */
  readonly overrides: readonly (OverrideRow & { readonly current: boolean })[];
};

/** The gate over a letter as it stands, before anyone sends it on: for the editor. Changes nothing. */
export async function checkDraft(ctx: Context, id: string): Promise<CheckedDraft> {
  const reply = await getReply(ctx.db, ctx.actor, id);
  const { edition, assignment } = reply;
  if (!edition) return { version: assignment.version, verdict: "accept", findings: [], overrides: [] };
  const findings = await scanReply(ctx.db, reply);
  const rows = await listOverrideRows(ctx.db, id, edition.number);
  return {
    version: assignment.version,
    verdict: verdictOf(findings),
    findings: findings.map((finding) => ({ ...finding, overridable: isOverridable(finding) })),
    overrides: rows.map((row) => ({ ...row, current: isCurrent(row, edition) })),
  };
}
