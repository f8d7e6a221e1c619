import { withdrawReply } from "#services/replies/withdraw.ts";
import type { Scenario } from "#test/support/scenario.ts";
import { CANARY } from "#test/support/world.ts";
import { FRESH, PUBLISHED, WITHHELD, fresh, publicationOf, verb } from "./prepared-replies.ts";

export const publishing: readonly Scenario[] = [
  {
    name: "a second person publishes",
    as: "office",
    ...verb(FRESH, "publish", 6),
    before: fresh("final"),
    status: 200,
    mustContain: ['"state":"published"', '"indexNumber":"'],
    after: async (world) => {
      if (world.pokes() !== 1) throw new Error("the release runner was not woken");
    },
  },
  {
    name: "the submitter does not",
    as: "jiaoti",
    ...verb(FRESH, "publish", 6),
    before: fresh("final"),
    status: 409,
    code: "needs_second_person",
  },
  {
    name: "what is not to be public is not",
    as: "office",
    ...verb(WITHHELD, "publish", 6),
    status: 409,
    code: "not_public",
    mustNotContain: [CANARY.withheld],
  },
  {
    name: "what was withdrawn is not published again without a correction",
    as: "zhujian2",
    ...verb(PUBLISHED, "publish", 8),
    before: async (world) =>
      await withdrawReply(
        world.contextOf(world.people.office.actor),
        { id: PUBLISHED, version: 7 },
        { kind: "legal", reason: "依法撤回" },
      ),
    status: 409,
    code: "withdrawn",
  },
  { name: "twice is once", as: "office", ...verb(PUBLISHED, "publish", 7), status: 409, code: "already_published" },
  {
    name: "a supervisor publishes nothing",
    as: "supervisor",
    ...verb(FRESH, "publish", 6),
    before: fresh("final"),
    status: 403,
  },
  {
    name: "without an Idempotency-Key nothing is published",
    as: "office",
    method: "POST",
    path: `/api/replies/${FRESH}/publish`,
    headers: { "If-Match": '"v6"' },
    before: fresh("final"),
    status: 400,
    code: "idempotency_key_missing",
    after: async (world) => {
      if ((await publicationOf(world, FRESH)) !== "unpublished" || world.pokes() !== 0) throw new Error("published");
    },
  },
  {
    name: "without If-Match neither",
    as: "office",
    method: "POST",
    path: `/api/replies/${FRESH}/publish`,
    headers: { "Idempotency-Key": "k1" },
    before: fresh("final"),
    status: 428,
    code: "if_match_missing",
  },
  {
    name: "a correction opens the next edition, the live one stays",
    as: "zhujian",
    ...verb(PUBLISHED, "correct", 7),
    body: { note: "更正联系电话" },
    status: 200,
    mustContain: ['"number":2', '"liveEdition":1', "更正联系电话"],
  },
  {
    name: "with a note",
    as: "zhujian",
    ...verb(PUBLISHED, "correct", 7),
    body: {},
    status: 422,
    mustContain: ['"path":"note"'],
  },
  {
    name: "the office withdraws with kind and reason",
    as: "office",
    ...verb(PUBLISHED, "withdraw", 7),
    body: { kind: "legal", reason: "依申请不再公开" },
    status: 200,
    mustContain: ['"state":"withdrawn"', "依申请不再公开"],
  },
  {
    name: "a unit does not withdraw",
    as: "zhujian",
    ...verb(PUBLISHED, "withdraw", 7),
    body: { kind: "legal", reason: "依法撤回" },
    status: 403,
  },
  {
    name: "a kind that is none",
    as: "office",
    ...verb(PUBLISHED, "withdraw", 7),
    body: { kind: "whim", reason: "依法撤回" },
    status: 422,
    mustContain: ["withdrawn、published_in_error、legal"],
  },
];
