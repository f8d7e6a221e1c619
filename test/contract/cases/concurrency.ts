import { and, eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "#db/schema/operations.ts";
import { clientOf } from "#test/support/client.ts";
import type { Home } from "#test/support/homes/home.ts";
import { cleanDraft } from "#test/support/letter.ts";

const DRAFTED = "2026-jianyi-40.jiaoti";
const WRITERS = Array.from({ length: 20 }, (_, index) => index);

export function concurrencyCases(home: () => Home): void {
  describe("twenty writers at once", () => {
    const countDrafts = async () =>
      await home().db.$count(audit, and(eq(audit.action, "reply.draft"), like(audit.object, `%${DRAFTED}`)));

    it("with one version: one is written, the others hear that it is stale", async () => {
      const ask = clientOf(home(), home().people.jiaoti);
      const etag = (await ask(`/api/replies/${DRAFTED}`)).headers.get("etag") ?? "";
      const before = await countDrafts();
      const answers = await Promise.all(
        WRITERS.map(async (index) => {
          const { letter, ...draft } = cleanDraft(DRAFTED);
          const body = { ...draft, letter: { ...letter, copyTo: `第${index}稿` } };
          return await ask(`/api/replies/${DRAFTED}/draft`, { method: "PUT", headers: { "If-Match": etag }, body });
        }),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...WRITERS.slice(1).map(() => 412)]);
      expect((await countDrafts()) - before).toBe(1);
      const winner = answers.find(({ status }) => status === 200);
      const now = await ask(`/api/replies/${DRAFTED}`);
      expect(now.json.edition.letter.copyTo).toBe(winner?.json.edition.letter.copyTo);
    });

    it("of different things: all are written, each with its one audit row, in one chain", async () => {
      const ask = clientOf(home(), home().people.office);
      const rows = await home().db.$count(audit);
      const answers = await Promise.all(
        WRITERS.map(async (index) => {
          const body = { unit: "zhujian", duty: "liaison", name: `第${index}位` };
          return await ask("/api/people", { method: "POST", headers: { "Idempotency-Key": `person-${index}` }, body });
        }),
      );
      expect(answers.map(({ status, text }) => (status === 201 ? status : text))).toEqual(WRITERS.map(() => 201));
      expect((await home().db.$count(audit)) - rows).toBe(WRITERS.length);
      const { json } = await ask("/api/audit/verification");
      expect(json.ok).toBe(true);
    });

    it("with one key: one is done, and nobody gets another answer", async () => {
      const ask = clientOf(home(), home().people.office);
      const send = async () =>
        await ask("/api/people", {
          method: "POST",
          headers: { "Idempotency-Key": "one-person" },
          body: { unit: "zhujian", duty: "liaison", name: "只有一位" },
        });
      const answers = await Promise.all(WRITERS.map(send));
      const done = answers.filter(({ status }) => status === 201);
      expect(new Set(done.map(({ text }) => text)).size).toBe(1);
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
      expect(done.filter(({ headers }) => !headers.has("idempotency-replayed"))).toHaveLength(1);
    });
  });
}
