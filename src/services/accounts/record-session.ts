import { findActor } from "#db/reads/accounts.ts";
import { noteSignIn } from "#db/writes/accounts.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit.ts";
import { recordSecurityEvent } from "../security-events/record-event.ts";
import type { Door } from "./sign-in.ts";

type SessionAct = "start" | "pend" | "step_up" | "end" | "end_one" | "end_all";

/** Every sign-in and every end of one, of a person who was shown to be it (ASVS 16.3.1). Never what was typed. */
export async function recordSession(
  tx: Transaction,
  { now }: Pick<Context, "now">,
  act: SessionAct,
  actorId: string,
): Promise<void> {
  const row = await findActor(tx, actorId);
  if (!row) throw new Error("The holder of a session is not there");
  const { id, name, role, unitCode } = row;
  const event = { action: `session.${act}`, object: `session:${id}`, beforeHash: null, afterHash: null };
  await recordAudit(tx, { now, actor: { id, name, role, unitCode } }, event);
}

/** Somebody got in: in the audit, among the events, and for the holder to see the next time. */
export async function recordSignIn(tx: Transaction, door: Door, actorId: string): Promise<void> {
  await recordSession(tx, door, "start", actorId);
  await recordEntry(tx, door, actorId);
}

/** As above where the audit has a row of its own for it. */
export async function recordEntry(tx: Transaction, door: Door, actorId: string): Promise<void> {
  await recordSecurityEvent(tx, door, { kind: "sign_in", actorId, network: door.address });
  await noteSignIn(tx, actorId, { at: door.now().toISOString(), from: door.address ?? null });
}
