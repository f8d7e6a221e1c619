import { and, eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMotionIds } from "#db/reads/withheld.ts";
import { commitmentEvents, commitments, feedbackRounds } from "#db/schema/aftercare.ts";
import { motionAsks } from "#db/schema/handling.ts";
import { motions } from "#db/schema/motions.ts";
import { disclosures, editions, replies } from "#db/schema/replies.ts";
import { findBlockText } from "#domain/commitment/find-span.ts";
import { listParagraphs } from "#domain/reply/paragraph.ts";
import { textBlocks } from "#domain/reply/plain-text.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { PublicMatter } from "#domain/view/public-reply.ts";
import { projectFrame } from "#release/project/project-frame.ts";
import { projectMotions } from "#release/project/project-motions.ts";
import { makeSmallCity, type SmallCity } from "../support/small-city.ts";

let city: SmallCity;
const project = async (): Promise<PublicMatter[]> => {
  const frame = await projectFrame(city.db);
  const { matters } = await projectMotions(city.db, await listMotionIds(city.db), frame);
  return matters.map(({ matter }) => matter);
};

beforeAll(async () => {
  city = await makeSmallCity(60, 3);
});
afterAll(async () => await city?.remove());

describe("what became of a reply, as the public may know it", () => {
  it("is listed in the projection, field by field, and there is some of each kind", async () => {
    const matters = await project();
    for (const matter of matters) expect(() => PublicMatter.parse(matter)).not.toThrow();
    const letters = matters.flatMap((matter) => matter.replies);
    const counts = (["contacts", "feedback", "commitments", "answers"] as const).map(
      (name) => letters.filter((reply) => reply[name].length > 0).length,
    );
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(matters.some((matter) => matter.asks.length > 0)).toBe(true);
  });

  it("never holds what a deputy wrote", async () => {
    const comment = "希望写明完成的时间和责任单位";
    await city.db
      .update(feedbackRounds)
      .set({ comment: sql`${comment}` })
      .where(isNotNull(feedbackRounds.filedAt));
    expect(JSON.stringify(await project())).not.toContain(comment);
  });

  it("points at the very words of the letter", async () => {
    const letters = (await project()).flatMap((matter) => matter.replies);
    for (const { body, commitments: promises } of letters) {
      const printed = { ...body, content: listParagraphs(body) };
      for (const { text, paragraph, start } of promises) {
        expect(findBlockText(printed, paragraph - 1)?.slice(start, start + text.length)).toBe(text);
      }
    }
  });
});

describe("what stays inside", () => {
  const promiseOf = async () => {
    const [row] = await city.db.select().from(commitments).limit(1);
    if (!row) throw new Error("no promise");
    return row;
  };
  const shown = async (id: string) =>
    (await project())
      .flatMap((matter) => matter.replies.flatMap((reply) => reply.commitments))
      .find((item) => item.id === id);

  it("is a promise whose words the public letter does not hold", async () => {
    const { id, text } = await promiseOf();
    expect(await shown(id)).toBeDefined();
    await city.db.update(commitments).set({ text: "另行安排专项资金。" }).where(eq(commitments.id, id));
    expect(await shown(id)).toBeUndefined();
    await city.db.update(commitments).set({ text }).where(eq(commitments.id, id));
  });

  it("is a report that nobody approved, and of one approved what names a person's number", async () => {
    const { id } = await promiseOf();
    const report = { commitmentId: id, kind: "changed" as const, happenedOn: "2026-05-01", newDueOn: "2027-01-31" };
    const by = { reportedBy: "system", reportedAt: "2026-05-01T02:00:00.000Z" };
    await city.db.insert(commitmentEvents).values([
      { ...report, ...by, seq: 8, note: "尚未审核的报告" },
      { ...report, ...by, seq: 9, note: "请拨打13812345678联系", approvedAt: "2026-05-02T02:00:00.000Z" },
    ]);
    const events = (await shown(id))?.events ?? [];
    expect(events.at(-1)).toEqual({
      kind: "changed",
      happenedOn: "2026-05-01",
      note: null,
      evidence: null,
      newDueOn: "2027-01-31",
    });
    expect(JSON.stringify(events)).not.toContain("尚未审核");
  });

  it("is what a confidential motion asks for, and the map with it", async () => {
    const [ask] = await city.db.select().from(motionAsks).limit(1);
    const id = ask?.motionId ?? "";
    await city.db.update(motions).set({ confidential: true }).where(eq(motions.id, id));
    const matter = (await project()).find((item) => item.id === id);
    expect(matter?.asks).toEqual([]);
    expect(matter?.replies.flatMap((reply) => reply.answers)).toEqual([]);
  });

  it("is what a correction took out, unless it says that it may be read", async () => {
    const [live] = await city.db
      .select({ id: replies.assignmentId, edition: editions })
      .from(replies)
      .innerJoin(editions, and(eq(editions.assignmentId, replies.assignmentId), eq(editions.number, 1)))
      .innerJoin(disclosures, and(eq(disclosures.assignmentId, editions.assignmentId), eq(disclosures.edition, 1)))
      .where(and(eq(replies.publication, "published"), eq(replies.liveEdition, 1), eq(disclosures.mode, "full")))
      .limit(1);
    if (!live) throw new Error("no letter to correct");
    const body = richTextOf(["另行更正的一段。", ...textBlocks(live.edition.body).slice(1)]);
    const note = "更正首段";
    await city.db.insert(editions).values({ ...live.edition, number: 2, body, note, showsChanges: true });
    await city.db.insert(disclosures).values({ assignmentId: live.id, edition: 2, mode: "full" });
    await city.db.update(replies).set({ liveEdition: 2 }).where(eq(replies.assignmentId, live.id));
    const changesOf = async () =>
      (await project())
        .flatMap((matter) => matter.replies.map((reply) => ({ id: `${matter.id}.${reply.unit.code}`, reply })))
        .find(({ id }) => id === live.id)
        ?.reply.editions.at(-1)?.changes;
    expect((await changesOf())?.length).toBeGreaterThan(0);
    await city.db.update(editions).set({ showsChanges: false }).where(eq(editions.assignmentId, live.id));
    expect(await changesOf()).toBeNull();
  });
});
