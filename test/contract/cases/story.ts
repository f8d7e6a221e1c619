import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "#db/schema/operations.ts";
import type { Answer, Client } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import type { Home } from "#test/support/homes/home.ts";
import { cleanDraft } from "#test/support/letter.ts";

const ID = "2026-tian-7.jiaoti";
const PUBLISHED = "2026-jianyi-39.zhujian";
const PAGE = "/2026/jianyi/39/";

/** Reads the thing for its ETag, then acts on it. */
async function act(ask: Client, resource: string, id: string, verb: string, body: unknown = {}): Promise<Answer> {
  const etag = (await ask(`/api/${resource}/${id}`)).headers.get("etag") ?? "";
  const method = verb === "draft" ? "PUT" : "POST";
  const headers = { "If-Match": etag, "Idempotency-Key": `${id}-${verb}` };
  return await ask(`/api/${resource}/${id}/${verb}`, { method, body, headers });
}

export function storyCases(home: () => Home): void {
  describe("from 签收 to 公开, and back", () => {
    it("two people carry a reply to publication; each step leaves one audit row", async () => {
      const { db, people } = home();
      const before = await db.$count(audit);
      const [unit, office] = [clientOf(home(), people.jiaoti), clientOf(home(), people.office)];
      const steps: readonly (readonly [Client, string, string, unknown?])[] = [
        [unit, "assignments", "sign"],
        [unit, "replies", "draft", cleanDraft(ID)],
        [unit, "replies", "submit"],
        [office, "replies", "approve"],
        [office, "replies", "finalise"],
        [office, "replies", "publish"],
      ];
      for (const [ask, resource, verb, body] of steps) {
        const answer = await act(ask, resource, ID, verb, body);
        expect(answer.status, `${verb} ${answer.text}`).toBe(200);
      }
      expect((await db.$count(audit)) - before).toBe(steps.length);
      expect(await db.$count(audit, eq(audit.action, "reply.publish"))).toBe(2);
      const [release] = (await office("/api/releases?state=queued")).json.items;
      expect(release.cause).toBe("reply.finalise");
    });

    it("whoever submitted may not approve, and the same key gets the same answer", async () => {
      const unit = clientOf(home(), home().people.jiaoti);
      expect((await act(unit, "replies", ID, "approve")).status).toBe(403);
      const office = clientOf(home(), home().people.office);
      const headers = { "If-Match": '"v0"', "Idempotency-Key": `${ID}-publish` };
      const again = await office(`/api/replies/${ID}/publish`, { method: "POST", body: {}, headers });
      expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
    });

    it("a withdrawn page is gone at once, with what names it, before any release", async () => {
      expect((await home().request(PAGE)).status).toBe(200);
      const office = clientOf(home(), home().people.office);
      const body = { kind: "legal", reason: "依法撤回" };
      expect((await act(office, "replies", PUBLISHED, "withdraw", body)).status).toBe(200);
      for (const path of [PAGE, `${PAGE}index.json`, "/2026/jianyi/%339/", "/units/zhujian/"]) {
        await expect.poll(async () => (await home().request(path)).status, { message: path }).toBe(503);
        const answer = await home().request(path);
        expect(answer.headers.get("retry-after")).toBe("30");
        expect(await answer.text()).not.toContain("39");
      }
      expect((await home().request("/about/")).status).toBe(200);
    });

    it("the chain of the audit is whole", async () => {
      const { json } = await clientOf(home(), home().people.admin)("/api/audit/verification");
      expect(json).toMatchObject({ ok: true, lost: [] });
    });
  });
}
