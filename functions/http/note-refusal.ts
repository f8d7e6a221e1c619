import type { Context } from "hono";
import type { SecurityEventKind } from "#domain/account/security-event.ts";
import { recordRefusal } from "#services/security-events/record-refusal.ts";
import type { ApiEnv } from "../deps.ts";
import { findClientAddress } from "./client-address.ts";
import { hasSessionToken } from "./session-cookie.ts";

/** By the code of the problem; every other refusal is a mistake and no denial. */
const KINDS: Readonly<Record<string, SecurityEventKind>> = {
  forbidden: "role_refused",
  out_of_scope: "scope_refused",
  not_found: "not_found_or_not_yours",
  unauthenticated: "credential_refused",
  step_up_needed: "step_up_missing",
  too_many_attempts: "too_many_attempts",
  cross_site: "cross_site",
};

const MINUTE = 60_000;
/** Strangers make no more writes than this a minute; the rest is added to the next one that is written. */
const STRANGERS_PER_MINUTE = 60;

/** How many events the next write stands for; 0: it is not written now. Milliseconds. */
export type StrangerLimit = (now: number) => number;

export function startStrangerLimit(): StrangerLimit {
  let minute = -1;
  let written = 0;
  let waiting = 0;
  return (now) => {
    const current = Math.floor(now / MINUTE);
    if (current !== minute) [minute, written] = [current, 0];
    if (written >= STRANGERS_PER_MINUTE) {
      waiting++;
      return 0;
    }
    written++;
    const count = waiting + 1;
    waiting = 0;
    return count;
  };
}

/** Nobody shows nothing: whoever sends neither key nor cookie was not refused anything. */
function isDenial(c: Context<ApiEnv>, kind: SecurityEventKind): boolean {
  return kind !== "credential_refused" || c.req.header("Authorization") !== undefined || hasSessionToken(c);
}

/** Of a stranger only the resource: below it the address itself may be a secret, as a one-time link is. */
function targetOf(c: Context<ApiEnv>): string {
  const { method, path } = c.req;
  const address = c.get("actor") ? path : path.split("/").slice(0, 3).join("/");
  return `${method} ${address}`;
}

/** Writes down who was refused what (T-A02), after the answer is known; a failure of its own changes no answer. */
export async function noteRefusal(c: Context<ApiEnv>, limit: StrangerLimit): Promise<void> {
  const kind = KINDS[c.get("problem") ?? ""];
  if (kind === undefined || !isDenial(c, kind)) return;
  const { db, now, report } = c.get("deps");
  const actorId = c.get("actor")?.id;
  const count = actorId === undefined ? limit(now().getTime()) : 1;
  if (count === 0) return;
  try {
    const network = findClientAddress(c);
    await recordRefusal({ db, now }, { kind, actorId, network, target: targetOf(c), count });
  } catch (error) {
    report?.(error, c.get("requestId"));
  }
}
