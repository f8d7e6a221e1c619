import { putDocument } from "#db/writes/documents.ts";
import { writeTransaction } from "#db/transaction.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { returnReply } from "#services/replies/return.ts";
import { advanceReply } from "./advance-reply.ts";
import type { TestApp, TestKey, TestStart } from "./app.ts";
import { openTestApp } from "./app.ts";
import { cleanDraft, withheldDraft } from "./letter.ts";

/** Words that must not reach whoever has no business with them. */
export const CANARY = {
  /** In the body of 教体局's draft. */
  draft: "金丝雀甲乙",
  /** In the reason for which the office returned it. */
  reason: "金丝雀丙丁",
  /** In the letter of 住建局 that is withheld. */
  withheld: "金丝雀戊己",
  /** In a document that is not published. */
  document: "金丝雀庚辛",
} as const;

export const PEOPLE = [
  "admin",
  "office",
  "office2",
  "zhujian",
  "zhujian2",
  "jiaoti",
  "gongan",
  "supervisor",
  "machine",
] as const;
export type Person = (typeof PEOPLE)[number];

export type World = TestApp & { readonly people: Readonly<Record<Person, TestKey>> };

async function makePeople({ keyFor }: TestApp): Promise<World["people"]> {
  return {
    admin: await keyFor("admin"),
    office: await keyFor("office"),
    office2: await keyFor("office"),
    zhujian: await keyFor("unit", "zhujian"),
    zhujian2: await keyFor("unit", "zhujian"),
    jiaoti: await keyFor("unit", "jiaoti"),
    gongan: await keyFor("unit", "gongan"),
    supervisor: await keyFor("supervisor"),
    machine: await keyFor("machine"),
  };
}

async function writeDocuments({ db }: TestApp): Promise<void> {
  const office = { kind: "notice" as const, issuer: "云川市人民政府办公室", contentHash: "0", editedBy: "system" };
  const document = (slug: string, title: string, words: string) => ({
    ...office,
    slug,
    title,
    body: richTextOf([words]),
    attachments: [],
  });
  const notice = document("2026-notice", "关于做好办理工作的通知", "各承办单位要按时答复。");
  await writeTransaction(db, async (tx) => {
    await putDocument(tx, {
      ...notice,
      state: "published",
      publishedAt: "2026-03-01 09:00",
      indexNumber: "000014349/2026-00001",
    });
    await putDocument(tx, document("2026-draft", "办理情况通报", CANARY.document));
  });
}

/** A city at work: one reply published, one returned with reasons, one withheld, one not yet signed. */
export async function makeWorld(start: TestStart = {}): Promise<World> {
  const app = await openTestApp(start);
  const people = await makePeople(app);
  const as = (person: Person) => app.contextOf(people[person].actor);
  const zhujian = { unit: as("zhujian"), office: as("office") };
  const jiaoti = { unit: as("jiaoti"), office: as("office") };
  await advanceReply("2026-jianyi-39.zhujian", "published", zhujian);
  const draft = cleanDraft("2026-jianyi-40.jiaoti", "B");
  const body = richTextOf([
    "你们提出的《关于增加公办幼儿园学位的建议》收悉，现答复如下：",
    CANARY.draft,
    "所提问题已列入计划逐步解决。",
  ]);
  const id = "2026-jianyi-40.jiaoti";
  const version = await advanceReply(id, "submitted", jiaoti, { ...draft, letter: { ...draft.letter, body } });
  await returnReply(as("office"), { id, version }, { reason: `请补充完成时限，${CANARY.reason}` });
  const withheld = withheldDraft("2026-tian-7.zhujian");
  const secret = richTextOf(["你们提出的《关于开放学校运动场地的提案》收悉，现答复如下：", CANARY.withheld]);
  await advanceReply("2026-tian-7.zhujian", "final", zhujian, {
    ...withheld,
    letter: { ...withheld.letter, body: secret },
  });
  await writeDocuments(app);
  return { ...app, people };
}

/** A copy for one test to change; the keys are the same. */
export async function copyWorld(world: World): Promise<World> {
  return { ...(await openTestApp({ from: world })), people: world.people };
}
