import { countRowsOfHour } from "#db/reads/security-events.ts";
import { addSecurityEvent, purgeSecurityEvents } from "#db/writes/security-events.ts";
import type { Transaction } from "#db/open.ts";
import type { SecurityEventKind } from "#domain/account/security-event.ts";
import { KEEP_EVENTS, ROWS_OF_ACTOR, ROWS_OF_STRANGERS } from "#domain/account/security-event.ts";

export type SecurityEvent = {
  readonly kind: SecurityEventKind;
  /** Whose account or key it is about; undefined: a stranger, or none that exists. */
  readonly actorId?: string | undefined;
  readonly network?: string | undefined;
  /** Method and address; never what was sent. */
  readonly target?: string | undefined;
  /** How often; 1. */
  readonly count?: number | undefined;
};

const LONGEST_TARGET = 200;
const STRANGER = "";

const hourOf = (instant: Date) => instant.toISOString().slice(0, 13);

/** Bounded: one row for all that is alike within an hour, and a number of rows an hour beyond which all is alike. */
export async function recordSecurityEvent(
  tx: Transaction,
  { now }: { readonly now: () => Date },
  { kind, actorId = STRANGER, network = "", target = "", count = 1 }: SecurityEvent,
): Promise<void> {
  const at = now();
  const hour = hourOf(at);
  await purgeSecurityEvents(tx, hourOf(new Date(at.getTime() - KEEP_EVENTS)));
  const limit = actorId === STRANGER ? ROWS_OF_STRANGERS : ROWS_OF_ACTOR;
  const isFull = (await countRowsOfHour(tx, hour, actorId)) >= limit;
  const told = isFull ? { network: "", target: "" } : { network, target: target.slice(0, LONGEST_TARGET) };
  await addSecurityEvent(tx, { hour, kind, actorId, ...told, count, lastAt: at.toISOString() });
}
