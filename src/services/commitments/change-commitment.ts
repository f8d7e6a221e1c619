import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { CommitmentRow } from "#db/reads/commitments.ts";
import { findCommitment } from "#db/reads/commitments.ts";
import type { Actor, Role } from "#domain/handling/actor.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import type { Reader } from "#db/open.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";

export type CommitmentRef = { readonly id: string; readonly version: number };

/** Both the unit that promised and the unit that owns the promise know of it. Throws NotFound for others. */
export async function getCommitment(reader: Reader, actor: Actor, id: string): Promise<CommitmentRow> {
  const row = await findCommitment(reader, id);
  const maySee = row && [row.unitCode, row.commitment.ownerUnit].some((unit) => maySeeAssignment(actor, unit));
  if (!row || !maySee) throw new NotFound("这项承诺");
  return row;
}

/** The one way a commitment changes after it was taken: role, scope, version, work, audit row. `work` returns what is audited. */
export async function changeCommitment(
  ctx: Context,
  { action, roles }: { readonly action: string; readonly roles: readonly Role[] },
  ref: CommitmentRef,
  work: (tx: Transaction, row: CommitmentRow) => Promise<unknown>,
): Promise<void> {
  if (!roles.includes(ctx.actor.role)) throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const row = await getCommitment(tx, ctx.actor, ref.id);
    if (row.commitment.version !== ref.version) throw new Stale();
    const audited = await work(tx, row);
    const event = { action, object: `commitment:${ref.id}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(audited) });
  });
}
