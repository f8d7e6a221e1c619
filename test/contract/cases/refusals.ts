import { describe, expect, it } from "vitest";
import type { Ask } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import type { Home } from "#test/support/homes/home.ts";
import type { Person } from "#test/support/world.ts";
import { cleanDraft } from "#test/support/letter.ts";
import { expectAgreed } from "./agreed.ts";

const DRAFT = "/api/replies/2026-jianyi-40.jiaoti/draft";
const PUBLISH = "/api/replies/2026-jianyi-39.zhujian/publish";
const draft = () => cleanDraft("2026-jianyi-40.jiaoti");

/** What HTTP itself, the schemas, the roles and the rules refuse: one of each status. */
const CASES: readonly (readonly [string, Person | undefined, string, Ask, number, string])[] = [
  ["nobody", undefined, "/api/units", {}, 401, "unauthenticated"],
  ["a wrong key", undefined, "/api/units", { headers: { Authorization: "Bearer hy_none" } }, 401, "unauthenticated"],
  [
    "another site",
    "office",
    PUBLISH,
    { method: "POST", headers: { Origin: "https://evil.example" } },
    403,
    "cross_site",
  ],
  ["a role that never may", "supervisor", DRAFT, { method: "PUT", body: draft() }, 403, "forbidden"],
  ["another unit's", "gongan", "/api/replies/2026-jianyi-40.jiaoti", {}, 404, "not_found"],
  ["no such address", "office", "/api/nowhere", {}, 404, "no_such_address"],
  ["a method", "office", "/api/units", { method: "PATCH", body: {} }, 405, "method_not_allowed"],
  ["no version", "jiaoti", DRAFT, { method: "PUT", body: draft() }, 428, "if_match_missing"],
  ["an old version", "jiaoti", DRAFT, { method: "PUT", body: draft(), headers: { "If-Match": '"v1"' } }, 412, "stale"],
  ["no key", "office", PUBLISH, { method: "POST", headers: { "If-Match": '"v7"' } }, 400, "idempotency_key_missing"],
  ["broken JSON", "jiaoti", DRAFT, { method: "PUT", body: "{", headers: { "If-Match": '"v5"' } }, 400, "bad_json"],
  [
    "an unknown field",
    "jiaoti",
    DRAFT,
    { method: "PUT", body: { ...draft(), more: 1 }, headers: { "If-Match": '"v5"' } },
    422,
    "invalid",
  ],
  [
    "a form where JSON belongs",
    "jiaoti",
    DRAFT,
    { method: "PUT", body: "a=b", headers: { "Content-Type": "text/plain", "If-Match": '"v5"' } },
    415,
    "wrong_content_type",
  ],
  [
    "too much",
    "jiaoti",
    DRAFT,
    { method: "PUT", body: `{"x":"${"一".repeat(400_000)}"}`, headers: { "If-Match": '"v5"', Connection: "close" } },
    413,
    "too_large",
  ],
  [
    "what the rules of handling refuse",
    "office",
    PUBLISH,
    { method: "POST", headers: { "If-Match": '"v7"', "Idempotency-Key": "again" } },
    409,
    "already_published",
  ],
];

export function refusalCases(home: () => Home): void {
  describe("refusals", () => {
    it.each(CASES)("%s", async (name, person, path, ask, status, code) => {
      const key = person && home().people[person];
      const answer = await clientOf(home(), key)(path, ask);
      expect([answer.status, answer.json?.code], answer.text).toEqual([status, code]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      const { requestId, ...problem } = answer.json;
      expect(requestId).toBe(answer.headers.get("x-request-id"));
      expectAgreed(`refusal ${name}`, problem);
    });
  });
}
