import { eq } from "drizzle-orm";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openDatabase } from "#db/open.ts";
import { unitPeople } from "#db/schema/handling.ts";
import { audit } from "#db/schema/operations.ts";
import type { Answer } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import type { EdgeHome } from "#test/support/homes/edge-home.ts";

/** The database goes away in every way it can; the portal does not notice. */
export function awayCases(home: () => EdgeHome): void {
  describe("a database that goes away", () => {
    let sent = 0;
    const addPerson = async (): Promise<Answer> => {
      sent++;
      const headers = { "Idempotency-Key": `away-${sent}` };
      const body = { unit: "zhujian", duty: "liaison", name: `来人${sent}` };
      return await clientOf(home(), home().people.office)("/api/people", { method: "POST", headers, body });
    };
    const countAudit = async () => await home().db.$count(audit, eq(audit.action, "person.add"));
    const countPeople = async () => await home().db.$count(unitPeople);
    const expectAway = ({ status, json, headers, text }: Answer) => {
      expect([status, json?.code], text).toEqual([503, "database_unavailable"]);
      expect(headers.get("retry-after")).toBe("2");
    };
    const expectWhole = async () => {
      const { json } = await clientOf(home(), home().people.office)("/api/audit/verification");
      expect(json).toMatchObject({ ok: true });
    };
    const expectPortal = async () => {
      for (const path of ["/", "/about/", "/console/"]) expect((await home().request(path)).status, path).toBe(200);
    };

    it("cut off: 503 and when to come again; the portal stands; mended, all goes on", async () => {
      home().line.cut();
      expectAway(await clientOf(home(), home().people.office)("/api/units"));
      expectAway(await addPerson());
      expect((await home().request("/api/health")).status).toBe(200);
      expect((await home().request("/api/ready")).status).toBe(503);
      await expectPortal();
      home().line.mend();
      expect((await addPerson()).status).toBe(201);
    });

    it.each([2, 6, 11])("torn at the answer %i of a change: whole or not at all", async (count) => {
      const before = await countAudit();
      home().takeLogs();
      home().line.cutAfterAnswers(count);
      const answer = await addPerson();
      home().line.mend();
      home().line.cutAfterAnswers(Number.POSITIVE_INFINITY);
      const written = (await countAudit()) - before;
      // What the server heard last may have been the COMMIT: then it is done, and its writer does not know.
      if (answer.status === 201) expect(written).toBe(1);
      else expectAway({ ...answer, text: `${answer.text} ${home().takeLogs().join(" ")}` });
      expect(written).toBeLessThanOrEqual(1);
      await expectWhole();
    });

    it("a writer in front is waited for", async () => {
      const other = openDatabase(home().database.url);
      const held = await other.$client.transaction("write");
      await held.execute("update motions set title = title where id = '2026-jianyi-39'");
      const waiting = addPerson();
      await sleep(300);
      await held.rollback();
      other.$client.close();
      expect((await waiting).status).toBe(201);
    });

    it("killed and restarted under load: 503 or done, nothing by half, and the portal never notices", async () => {
      const before = await countAudit();
      const answers: Answer[] = [];
      const pages: number[] = [];
      const work = { goesOn: true };
      const write = async () => {
        while (work.goesOn) answers.push(await addPerson());
      };
      const read = async () => {
        while (work.goesOn) pages.push((await home().request("/about/")).status);
      };
      const load = [write(), write(), write(), write(), read()];
      const more = async (status: number, count: number) => {
        const isIt = (answer: Answer) => answer.status === status;
        const from = answers.filter(isIt).length;
        await expect.poll(() => answers.filter(isIt).length, { interval: 20 }).toBeGreaterThanOrEqual(from + count);
      };
      await more(201, 6);
      await home().database.kill();
      await more(503, 6);
      await home().database.start();
      await more(201, 6);
      work.goesOn = false;
      await Promise.all(load);
      const done = answers.filter(({ status }) => status === 201).length;
      for (const answer of answers.filter(({ status }) => status !== 201)) expectAway(answer);
      expect(done).toBeGreaterThanOrEqual(12);
      expect(new Set(pages)).toEqual(new Set([200]));
      const written = (await countAudit()) - before;
      expect(written).toBeGreaterThanOrEqual(done);
      expect(written - done).toBeLessThanOrEqual(4);
      expect(await countPeople()).toBe(await countAudit());
      await expectWhole();
    });
  });
}
