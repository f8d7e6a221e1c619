import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strFromU8, unzipSync } from "fflate";
import { readReply } from "#exchange/docx/read-reply.ts";
import { exportFeedbackForm } from "#services/exports/feedback-form.ts";
import { exportLetter } from "#services/exports/letter.ts";
import { exportNotice } from "#services/exports/notice.ts";
import { exportReminderLetter } from "#services/exports/reminder-letter.ts";
import { exportStatistics } from "#services/exports/statistics.ts";
import type { ExportFile } from "#services/exports/export-file.ts";
import { Forbidden, NotFound, Refused } from "#services/errors.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { toLetter } from "#services/replies/to-letter.ts";
import { CANARY, copyWorld, makeWorld } from "#test/support/world.ts";
import type { Person, World } from "#test/support/world.ts";
import { bytesOf } from "./tables.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => await world.close());

const as = (person: Person) => world.contextOf(world.people[person].actor);
const LETTER = { id: "2026-jianyi-39.zhujian", format: "docx" } as const;

async function wordsOf(file: ExportFile): Promise<string> {
  const part = unzipSync(await bytesOf(file))["word/document.xml"] ?? new Uint8Array();
  return strFromU8(part)
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "");
}

describe("答复", () => {
  it("is the letter that stands, word for word", async () => {
    const file = await exportLetter(as("office"), LETTER);
    const { edition, disclosure } = await getReply(world.db, as("office").actor, LETTER.id);
    if (!edition) throw new Error("no edition");
    const { letter, hidden, issuer } = await readReply(await bytesOf(file));
    expect(letter).toEqual(toLetter(edition, disclosure));
    expect([hidden, issuer]).toEqual([[], "云川市住房和城乡建设局"]);
    expect(file.name).toBe("关于市四届人大五次会议第39号建议的答复.docx");
  });

  it("of a withheld reply says 不公开", async () => {
    const { letter } = await readReply(
      await bytesOf(await exportLetter(as("zhujian"), { ...LETTER, id: "2026-tian-7.zhujian" })),
    );
    expect(letter.disclosureMark).toBe("不公开");
  });

  it("is not there for another unit, for another edition, or before it was begun", async () => {
    await expect(exportLetter(as("gongan"), LETTER)).rejects.toBeInstanceOf(NotFound);
    await expect(exportLetter(as("office"), { ...LETTER, edition: 9 })).rejects.toBeInstanceOf(NotFound);
    await expect(exportLetter(as("office"), { ...LETTER, id: "2026-tian-7.jiaoti" })).rejects.toBeInstanceOf(NotFound);
    await expect(exportLetter(as("machine"), LETTER)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("反馈表", () => {
  it("knows the matter, and of a reply only what went out", async () => {
    const answered = await wordsOf(await exportFeedbackForm(as("zhujian"), LETTER));
    for (const part of [
      "第39号",
      "关于加快老旧小区加装电梯的建议",
      "卢子",
      "冉云芳",
      "市教育体育局",
      "云建议字〔2026〕39号",
    ]) {
      expect(answered).toContain(part);
    }
    const draft = await wordsOf(
      await exportFeedbackForm(as("jiaoti"), { id: "2026-jianyi-40.jiaoti", format: "docx" }),
    );
    expect(draft).not.toContain("答复文号");
    expect(draft).not.toContain(CANARY.draft);
    await expect(exportFeedbackForm(as("gongan"), LETTER)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("交办通知", () => {
  it("to all has every matter; to a unit its own; to a unit without any there is none", async () => {
    const all = await wordsOf(await exportNotice(as("office"), { campaign: "2026", format: "docx" }));
    expect(all).toContain("各承办单位：");
    expect(all).toMatch(/建议2件、.*提案1件交由你们办理/);
    const own = await wordsOf(await exportNotice(as("zhujian"), { campaign: "2026", format: "docx" }));
    expect(own).toContain("云川市住房和城乡建设局：");
    expect(own).not.toContain("关于增加公办幼儿园学位的建议");
    await expect(
      exportNotice(as("zhujian"), { campaign: "2026", unit: "jiaoti", format: "docx" }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(exportNotice(as("gongan"), { campaign: "2026", format: "docx" })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("催办函", () => {
  it("names what is late on the day, by its own limit, and nothing of another unit", async () => {
    const late = await copyWorld(world);
    late.clock.set("2026-08-20T02:00:00Z");
    const office = late.contextOf(late.people.office.actor);
    const text = await wordsOf(await exportReminderLetter(office, { unit: "jiaoti", format: "docx" }));
    expect(text).toContain("截至2026年8月20日");
    expect(text).toContain("关于增加公办幼儿园学位的建议");
    expect(text).toMatch(/已超期\d+天/);
    const other = late.contextOf(late.people.zhujian.actor);
    await expect(exportReminderLetter(other, { unit: "zhujian", format: "docx" })).rejects.toBeInstanceOf(Forbidden);
    await expect(exportReminderLetter(office, { unit: "gongan", format: "docx" })).rejects.toMatchObject({
      code: "nothing_due",
    });
    await expect(exportReminderLetter(office, { unit: "gongan", format: "docx" })).rejects.toBeInstanceOf(Refused);
    await late.close();
  });
});

describe("statistics", () => {
  it("of the year are the office's; a unit has its own lines and no other unit's", async () => {
    const all = new TextDecoder().decode(
      await bytesOf(await exportStatistics(as("office"), { year: 2026, format: "csv" })),
    );
    expect(all).toMatch(/全部,承办情况,承办件数,3,,件,/);
    const parts = unzipSync(await bytesOf(await exportStatistics(as("zhujian"), { year: 2026, format: "xlsx" })));
    const units = strFromU8(parts["xl/worksheets/sheet4.xml"] ?? new Uint8Array());
    const overview = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    for (const sheet of [units, overview]) {
      expect(sheet).toContain("市住建局");
      expect(sheet).not.toContain("市教育体育局");
    }
    expect(overview).toMatch(/应答复件次.*按期办复率.*A 类.*满意率.*公开率/s);
    await expect(exportStatistics(as("office"), { year: 1999, format: "csv" })).rejects.toBeInstanceOf(NotFound);
  });
});
