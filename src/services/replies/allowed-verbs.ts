import type { Actor } from "#domain/handling/actor.ts";
import type { Refusal } from "#domain/handling/refusal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSignOff } from "#domain/handling/sign-off.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import type { Verb } from "#domain/handling/transitions.ts";
import { VERBS, findTransition } from "#domain/handling/transitions.ts";
import type { LoadedReply } from "./load-reply.ts";
import { findPublishObstacle } from "./publish-obstacle.ts";

export type AllowedVerb = {
  readonly verb: Verb | "sign";
  readonly label: string;
  /** Null: go ahead. Otherwise why this person may not just now. */
  readonly refusal: Refusal | null;
};

function findObstacle(verb: Verb, actor: Actor, reply: LoadedReply): Refusal | undefined {
  const { edition, assignment } = reply;
  switch (verb) {
    case "draft":
      return assignment.state === "assigned" ? refuse("not_signed") : undefined;
    case "submit":
      return edition ? checkSignOff(actor, edition, reply) : undefined;
    case "approve":
      return edition ? checkSecondPerson(actor.id, edition) : undefined;
    case "publish":
      return findPublishObstacle(actor.id, reply);
    default:
      return undefined;
  }
}

/** Only a first draft can begin from nothing; every other verb needs a letter. */
function needsEdition(verb: Verb): boolean {
  return verb !== "draft";
}

/**
 * What this actor may do with the reply now: the verbs that TRANSITIONS gives them from here, each with what still
 * stands in the way of this very person. A sentence to show beside a grey button; the verb itself decides.
 */
export function listAllowedVerbs(actor: Actor, reply: LoadedReply): AllowedVerb[] {
  const { assignment, edition } = reply;
  const mine = actor.role === "unit" && actor.unitCode === assignment.unitCode;
  const sign: AllowedVerb[] =
    mine && assignment.state === "assigned" ? [{ verb: "sign", label: "签收", refusal: null }] : [];
  // Joint units give an opinion to the lead unit and answer nothing of their own.
  if (assignment.role === "joint") return sign;
  const state = edition?.state ?? "draft";
  const publication = reply.reply?.publication ?? "unpublished";
  const verbs = VERBS.flatMap((verb): AllowedVerb[] => {
    const rule = findTransition(verb, actor.role, state, publication);
    if (!rule || (needsEdition(verb) && !edition)) return [];
    return [{ verb, label: rule.label, refusal: findObstacle(verb, actor, reply) ?? null }];
  });
  return [...sign, ...verbs];
}
