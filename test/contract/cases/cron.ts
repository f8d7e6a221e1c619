import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outbox } from "#db/schema/aftercare.ts";
import { leases, releases } from "#db/schema/operations.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { signOutbox } from "#services/supervision/deliver-outbox.ts";
import type { EdgeHome } from "#test/support/homes/edge-home.ts";
import { GATEWAY_SECRET, HOOK_TOKEN } from "#test/support/homes/receiver.ts";

/** What the Node home does by timers (functions/outbox-runner.ts, release-runner.ts), tested there. */
export function cronCases(home: () => EdgeHome): void {
  describe("each minute", () => {
    const queued = async () => await home().db.$count(releases, eq(releases.state, "queued"));
    const forget = async () => void (await home().db.delete(leases));

    it("a release that waits wakes the builder, with its token and once a minute", async () => {
      await askForRelease(home().system);
      expect(await queued()).toBe(1);
      await forget();
      const { hook } = home();
      hook.take();
      await home().runCron();
      await home().runCron();
      const calls = hook.take();
      expect(calls).toHaveLength(1);
      expect(calls[0]).toMatchObject({
        authorization: `Bearer ${HOOK_TOKEN}`,
        body: '{"event_type":"huiyin-release"}',
      });
      expect(await queued()).toBe(1);
    });

    it("a builder that refuses, or is away, is asked again; the release stays", async () => {
      const { hook } = home();
      await forget();
      hook.answerWith(500);
      await home().runCron();
      await home().runCron();
      hook.answerWith(204);
      await home().runCron();
      expect(hook.take()).toHaveLength(3);
      expect(await queued()).toBe(1);
      expect(home().takeLogs().join("\n")).toContain("deploy hook");
    });

    it("while a builder is at it nobody else is woken; where nothing waits, nobody", async () => {
      const { hook, db } = home();
      await forget();
      const expiresAt = new Date(Date.now() + 30_000).toISOString();
      await db.insert(leases).values({ name: "release", holder: "builder", expiresAt });
      await home().runCron();
      await forget();
      await db.update(releases).set({ state: "superseded" }).where(eq(releases.state, "queued"));
      await home().runCron();
      expect(hook.take()).toEqual([]);
    });

    it("a release that failed for a passing reason is asked for again after ten minutes, not before", async () => {
      const { db } = home();
      const failed = { state: "failed", code: "fault", error: "x", cause: "release.request" } as const;
      const past = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
      const row = { ...failed, id: "r000800", requestedBy: "system", requestedAt: past(60), finishedAt: past(9) };
      await db.insert(releases).values(row);
      await home().runCron();
      expect(await queued()).toBe(0);
      await db
        .update(releases)
        .set({ finishedAt: past(11) })
        .where(eq(releases.id, row.id));
      await home().runCron();
      expect(await queued()).toBe(1);
      await db.delete(releases).where(eq(releases.state, "queued"));
      await db.delete(releases).where(eq(releases.id, row.id));
    });

    it("a deployment that was rolled back behind the live release is made anew", async () => {
      const { db } = home();
      const at = new Date().toISOString();
      const row = { id: "r000900", state: "live", cause: "x", requestedBy: "system", requestedAt: at } as const;
      await db.insert(releases).values({ ...row, finishedAt: at });
      await home().runCron();
      const [next] = await db.select().from(releases).where(eq(releases.state, "queued"));
      expect(next?.cause).toBe("release.rolled_back");
      await db.delete(releases).where(eq(releases.id, row.id));
    });

    it("reminders go to the gateway, signed, once", async () => {
      const { db, gateway } = home();
      const at = new Date().toISOString();
      await db
        .insert(outbox)
        .values({ id: "o-1", topic: "reminder", payload: '{"to":"x"}', createdAt: at, nextAt: at });
      await home().runCron();
      await home().runCron();
      const [call, ...more] = gateway.take();
      expect(more).toEqual([]);
      const signature = signOutbox(GATEWAY_SECRET, call?.headers["huiyin-timestamp"] ?? "", "o-1", '{"to":"x"}');
      expect(call).toMatchObject({ body: '{"to":"x"}', headers: { "huiyin-signature": `v1=${signature}` } });
    });
  });
}
