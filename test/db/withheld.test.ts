import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listPublicMotions, listPublicProposers } from "#db/reads/public.ts";
import type { ReleaseTexts } from "#db/reads/withheld.ts";
import { listMotionIds, readCityTexts, readMotionTexts } from "#db/reads/withheld.ts";
import { commitmentEvents, commitments, emergencies, feedbackRounds, reminders } from "#db/schema/aftercare.ts";
import { toStretches } from "#db/reads/withheld-texts.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { campaignEvents, disclosureReviews, followUpReturns } from "#db/schema/decisions.ts";
import { documents } from "#db/schema/documents.ts";
import {
  contacts,
  contactWaivers,
  extensions,
  jointOpinions,
  keyItems,
  motionAsks,
  objections,
  reassignments,
  unitPeople,
} from "#db/schema/handling.ts";
import { motions, proposers } from "#db/schema/motions.ts";
import { disclosures, editions, followUps, replies, returns, withdrawals } from "#db/schema/replies.ts";
import { RichText, richTextOf } from "#domain/reply/rich-text.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const PUBLIC = "2026-jianyi-39.zhujian";
const WITHHELD = "2026-jianyi-40.jiaoti";
const REDACTED = "2026-tian-7.zhujian";
const JOINT = "2026-jianyi-39.jiaoti";
const AT = "2026-05-01T02:00:00.000Z";
const by = "system";

let app: TestApp;
let texts: ReleaseTexts;

async function readAll(db: TestApp["db"]): Promise<ReleaseTexts> {
  const city = await readCityTexts(db);
  const motionTexts = await readMotionTexts(db, await listMotionIds(db));
  return {
    withheld: [...city.withheld, ...motionTexts.withheld],
    open: [...city.open, ...motionTexts.open],
  };
}

function edition(assignmentId: string, number: number, words: string) {
  return {
    assignmentId,
    number,
    state: "final" as const,
    docNumber: `云字〔2026〕${words}号`,
    title: `${words}的标题`,
    addressee: "冉云芳等2名代表",
    body: richTextOf([`${words}的正文`]),
    signatory: `${words}落款单位`,
    contactName: `${words}甲`,
    contactPhone: `0890-${words}`,
    copyTo: `抄送${words}`,
    note: number > 1 ? `${words}更正` : null,
    contentHash: "0",
    editedBy: by,
    editedAt: AT,
    publishedAt: number > 1 || words === "改前" ? AT : null,
  };
}

async function insertLetters({ db }: TestApp): Promise<void> {
  await db.insert(replies).values([
    { assignmentId: PUBLIC, publication: "published", liveEdition: 2 },
    { assignmentId: WITHHELD, publication: "withheld", liveEdition: 1 },
    { assignmentId: REDACTED, publication: "published", liveEdition: 1 },
  ]);
  await db
    .insert(editions)
    .values([
      edition(PUBLIC, 1, "改前"),
      edition(PUBLIC, 2, "改后"),
      edition(WITHHELD, 1, "不予公开"),
      edition(REDACTED, 1, "部分"),
    ]);
  const part = { assignmentId: REDACTED, edition: 1, mode: "redacted" as const, ground: "article_15" as const };
  await db.insert(disclosures).values([
    { assignmentId: PUBLIC, edition: 1, mode: "full" },
    { assignmentId: PUBLIC, edition: 2, mode: "full" },
    { assignmentId: WITHHELD, edition: 1, mode: "none", ground: "article_16", groundText: "依据说明" },
    { ...part, groundText: "隐去说明", publicBody: richTextOf(["隐去后的正文"]) },
  ]);
  await db.insert(followUps).values([
    { assignmentId: PUBLIC, number: 1, body: richTextOf(["已公布续复"]), publishedAt: AT },
    { assignmentId: PUBLIC, number: 2, body: richTextOf(["未公布续复"]), evidence: "未公布依据" },
  ]);
  await db.insert(returns).values({ ...at(WITHHELD), edition: 1, reason: "退回理由", returnedBy: by, returnedAt: AT });
  const withdrawal = { kind: "legal" as const, withdrawnBy: by, withdrawnAt: AT };
  await db.insert(withdrawals).values({ ...at(WITHHELD), ...withdrawal, reason: "撤回理由" });
}

const at = (assignmentId: string) => ({ assignmentId, seq: 1 });

async function insertHandling({ db }: TestApp): Promise<void> {
  const raised = { raisedBy: by, raisedAt: AT };
  await db.insert(objections).values({ ...at(JOINT), ...raised, kind: "objection", reason: "异议理由" });
  const moved = { motionId: "2026-jianyi-39", seq: 1, reassignedBy: by, reassignedAt: AT };
  await db.insert(reassignments).values({ ...moved, reason: "改派理由" });
  const asked = { askedBy: by, askedAt: AT, state: "given" as const };
  await db.insert(jointOpinions).values({ assignmentId: JOINT, ...asked, body: richTextOf(["会办意见"]) });
  const call = { kind: "call" as const, phase: "before" as const, heldOn: "2026-04-01", invited: 1, met: 1 };
  await db.insert(contacts).values({ ...at(PUBLIC), ...call, note: "沟通记录", recordedBy: by, recordedAt: AT });
  const waived = { reason: "未面商理由", waivedBy: by, waivedAt: AT };
  await db.insert(contactWaivers).values({ assignmentId: PUBLIC, ...waived });
  const later = { newDueOn: "2026-08-01", requestedBy: by, requestedAt: AT };
  await db.insert(extensions).values({ ...at(PUBLIC), ...later, reason: "延期理由", decisionReason: "不批延期" });
  await db.insert(keyItems).values({ motionId: "2026-jianyi-39", guests: ["邀请人员"], note: "重点件备注" });
  await db.insert(motionAsks).values({ motionId: "2026-jianyi-40", number: 1, text: "诉求要点" });
  const person = { id: "p1", unitCode: "zhujian", duty: "liaison" as const };
  await db.insert(unitPeople).values({ ...person, name: "联络员名", phone: "13900000000" });
}

async function insertAftercare({ db }: TestApp): Promise<void> {
  const asked = { assignmentId: PUBLIC, round: 1, askedAt: AT };
  await db.insert(feedbackRounds).values({ ...asked, answers: {}, filedAt: AT, comment: "反馈意见" });
  const sent = { deadline: "reply", channel: "sms" as const, sentBy: by, sentAt: AT };
  await db.insert(reminders).values({ id: "r1", assignmentId: PUBLIC, ...sent, text: "催办内容", result: "催办结果" });
  const out = { edition: 1, publishedBy: by, publishedAt: AT };
  await db.insert(emergencies).values({ assignmentId: PUBLIC, ...out, reason: "紧急发布理由" });
  const span = { assignmentId: WITHHELD, edition: 1, block: 0, start: 0, end: 4, ownerUnit: "jiaoti" };
  await db.insert(commitments).values({ id: "c1", ...span, text: "承诺原文", createdBy: by, createdAt: AT });
  const event = { commitmentId: "c1", seq: 1, happenedOn: "2026-06-01", reportedBy: by, reportedAt: AT };
  await db.insert(commitmentEvents).values({ ...event, kind: "progress", note: "进展说明" });
  const declined = { declineReason: "不认可理由", declinedBy: by, declinedAt: AT };
  await db.insert(commitmentEvents).values({ ...event, ...declined, seq: 2, kind: "changed", note: "调整说明" });
}

async function insertDecisions({ db }: TestApp): Promise<void> {
  const back = { number: 2, reason: "续复退回", returnedBy: by, returnedAt: AT };
  await db.insert(followUpReturns).values({ ...at(PUBLIC), ...back });
  const review = { edition: 1, reason: "复查理由", nextReviewOn: "2027-06-01", reviewedBy: by, reviewedAt: AT };
  await db.insert(disclosureReviews).values({ ...at(WITHHELD), ...review });
  const closed = { campaignId: "2026", seq: 1, kind: "close" as const, actedBy: by, actedAt: AT };
  await db.insert(campaignEvents).values({ ...closed, reason: "收官说明" });
}

async function insertDocuments({ db }: TestApp): Promise<void> {
  const office = { kind: "notice" as const, issuer: "云川市人民政府办公室", contentHash: "0", editedBy: by };
  const document = (words: string) => ({
    ...office,
    slug: words,
    title: `${words}通报`,
    docNumber: `${words}文号`,
    addressee: `${words}主送`,
    body: richTextOf([`${words}正文`]),
    attachments: [`${words}附件`],
  });
  await db
    .insert(documents)
    .values([document("草稿"), { ...document("公布"), state: "published" as const, publishedAt: AT }]);
}

beforeAll(async () => {
  app = await openTestApp();
  await insertLetters(app);
  await insertHandling(app);
  await insertAftercare(app);
  await insertDecisions(app);
  await insertDocuments(app);
  texts = await readAll(app.db);
});
afterAll(async () => await app.close());

describe("the texts of a release", () => {
  it.each([
    "不予公开的标题",
    "不予公开的正文",
    "云字〔2026〕不予公开号",
    "不予公开落款单位",
    "抄送不予公开",
    "0890-不予公开",
    "不予公开甲",
    "改后甲",
    "依据说明",
    "隐去说明",
    "退回理由",
    "撤回理由",
    "改前的标题",
    "改前的正文",
    "部分的正文",
    "未公布续复",
    "未公布依据",
    "关于增加公办幼儿园学位的建议",
    "诉求要点",
    "邀请人员",
    "重点件备注",
    "联络员名",
    "13900000000",
    "异议理由",
    "改派理由",
    "会办意见",
    "沟通记录",
    "未面商理由",
    "延期理由",
    "不批延期",
    "不认可理由",
    "续复退回",
    "复查理由",
    "收官说明",
    "反馈意见",
    "催办内容",
    "催办结果",
    "紧急发布理由",
    "承诺原文",
    "进展说明",
    "草稿通报",
    "草稿文号",
    "草稿主送",
    "草稿正文",
    "草稿附件",
  ])("keep back %s", (words) => {
    expect(texts.withheld).toContain(words);
    expect(texts.open).not.toContain(words);
  });

  it.each([
    "改后的标题",
    "改后的正文",
    "云字〔2026〕改后号",
    "改后落款单位",
    "抄送改后",
    "0890-改后",
    "改后更正",
    "隐去后的正文",
    "已公布续复",
    "关于加快老旧小区加装电梯的建议",
    "云川市住房和城乡建设局",
    "0890-6221001",
    "市四届人大五次会议",
    "公布通报",
    "公布文号",
    "公布主送",
    "公布正文",
    "公布附件",
  ])("show %s", (words) => {
    expect(texts.open).toContain(words);
    expect(texts.withheld).not.toContain(words);
  });

  it("let the prose of a letter run on, and part the cells of its table", () => {
    const cells = ["一季度", "二季度"].map((text) => ({
      type: "table_cell" as const,
      content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
    }));
    const [heading, paragraph] = richTextOf(["一、做法", "加强巡查。"]).content;
    const table = { type: "table" as const, content: [{ type: "table_row" as const, content: cells }] };
    const body = RichText.parse({ type: "doc", content: [heading, paragraph, table, paragraph] });
    expect(toStretches(body)).toBe("一、做法加强巡查。\n一季度\n二季度\n加强巡查。");
  });

  it("show that a number exists, not what it is about", () => {
    expect(texts.open).toContain("2026年第40号建议");
    expect(texts.open.join("\n")).not.toContain("幼儿园");
  });

  it("keep names back unless the campaign makes them public", async () => {
    expect(texts.open).not.toContain("冉云芳");
    expect(texts.withheld).toContain("冉云芳");
    await app.db.update(campaigns).set({ namesPublic: true }).where(eq(campaigns.id, "2026"));
    await app.db.update(motions).set({ jointText: "卢子、岑惠等5人" }).where(eq(motions.id, "2026-jianyi-40"));
    const named = await readAll(app.db);
    expect(named.open).toContain("冉云芳");
    // 40 has no public reply: those who joined it stay inside.
    expect(named.withheld).toEqual(expect.arrayContaining(["卢子", "岑惠"]));
    expect(named.open).not.toContain("岑惠");
  });

  it("keep the names of filers who asked for confidentiality back in every year", async () => {
    await app.db.update(campaigns).set({ namesPublic: true }).where(eq(campaigns.id, "2026"));
    const [filer] = await app.db.select().from(proposers).where(eq(proposers.name, "冉云芳"));
    const id = filer?.motionId ?? "";
    expect(await listPublicProposers(app.db, [id])).not.toEqual([]);
    await app.db.update(motions).set({ confidential: true });
    expect(await listPublicProposers(app.db, [id])).toEqual([]);
    expect((await listPublicMotions(app.db, [id])).map(({ namesPublic }) => namesPublic)).toEqual([false]);
    const named = await readAll(app.db);
    expect(named.open).not.toContain("冉云芳");
    expect(named.withheld).toContain("冉云芳");
  });
});
