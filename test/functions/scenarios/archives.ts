import { eq } from "drizzle-orm";
import { zipSync } from "fflate";
import { archiveFiles, archives } from "#db/schema/imports.ts";
import { replies } from "#db/schema/replies.ts";
import { archiveId, startArchive } from "#services/archives/start.ts";
import { takeLetters } from "#services/archives/take-letters.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { buildDocx, buildLetter, buildXlsx, paragraph } from "#test/exchange/office-files.ts";

const KEY = { "Idempotency-Key": "k1" };
const HEADER = ["编号", "案由", "领衔代表", "主办单位", "办理结果", "公开属性", "答复日期"];
const LEDGER = buildXlsx({
  rows: [HEADER, ["闭会第9号", "关于改造农贸市场的建议", "张三", "市住建局", "A", "公开", "2026年4月18日"]],
});
const WRONG = buildXlsx({
  rows: [HEADER, ["闭会第9号", "关于改造农贸市场的建议", "张三", "市没有局", "A", "公开", ""]],
});
const LETTER = buildLetter(paragraph("有关问题已经解决。"));
const right = '<w:jc w:val="right"/>';
/** Answers the one matter of the ledger, from the unit that leads it. */
const GOOD = buildDocx({
  body: [
    paragraph("A类　可公开", right),
    paragraph("云川市住房和城乡建设局"),
    paragraph("云建议字〔2026〕21号"),
    paragraph("关于市四届人大五次会议闭会期间第9号建议的答复"),
    paragraph("张三代表："),
    paragraph("您提出的《关于改造农贸市场的建议》收悉。现答复如下："),
    paragraph("农贸市场已经完成改造，有关问题已经解决。"),
    paragraph("云川市住房和城乡建设局", right),
    paragraph("2026年4月18日", right),
    paragraph("（联系人：李四，联系电话：0890-6221001）"),
  ].join(""),
});
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function table(bytes: Uint8Array, more: Readonly<Record<string, string>> = {}, name = "台账.xlsx"): FormData {
  const form = new FormData();
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  for (const [field, value] of Object.entries({ campaign: "2026", kind: "suggestion", ...more }))
    form.set(field, value);
  return form;
}

function boxOf(name: string, bytes: Uint8Array): FormData {
  const form = new FormData();
  form.set("files", new File([bytes as Uint8Array<ArrayBuffer>], name));
  return form;
}

const ID = "2026-suggestion-";
const PLACE = "/api/imports/archives";

/** The archive that the ledger makes has a name that anyone can work out; here it is asked for. */
async function start(world: World): Promise<string> {
  const ctx = world.contextOf(world.people.office.actor);
  const input = {
    bytes: LEDGER,
    fileName: "台账.xlsx",
    campaignId: "2026",
    kind: "suggestion" as const,
    dryRun: false,
  };
  const { id } = await startArchive(ctx, input);
  if (id === null) throw new Error("the ledger was refused");
  return id;
}

const take =
  (bytes: Uint8Array) =>
  async (world: World): Promise<void> => {
    const ctx = world.contextOf(world.people.office.actor);
    await takeLetters(ctx, { archiveId: await start(world), files: [{ name: "a.docx", bytes }] });
  };

const OWN = archiveId({ campaignId: "2026", kind: "suggestion", bytes: LEDGER });

export const archiveScenarios: readonly Scenario[] = [
  {
    name: "a table is looked at, column by column",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/inspection",
    body: (() => {
      const form = new FormData();
      form.set("file", new File([LEDGER as Uint8Array<ArrayBuffer>], "台账.xlsx"));
      return form;
    })(),
    status: 200,
    mustContain: ['"headerRow":1', '"field":"leadUnits"', '"field":"classCode"', '"preview"', '"problem":null'],
  },
  {
    name: "a choice that is no JSON",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/inspection",
    body: (() => {
      const form = new FormData();
      form.set("file", new File([LEDGER as Uint8Array<ArrayBuffer>], "台账.xlsx"));
      form.set("choice", "{");
      return form;
    })(),
    status: 422,
    mustContain: ["对应关系"],
  },
  {
    name: "what is wrong comes as a workbook",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/findings",
    body: table(WRONG),
    status: 200,
    after: async (_, { headers }) => {
      if (headers.get("content-type") !== XLSX) throw new Error(headers.get("content-type") ?? "no type");
      if (!headers.get("content-disposition")?.startsWith("attachment; ")) throw new Error("shown, not saved");
    },
  },
  {
    name: "or as text",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/findings",
    body: table(WRONG, { format: "csv" }),
    status: 200,
    mustContain: ["行号,类别,问题和处理办法", "市没有局"],
  },
  {
    name: "in no third form",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation/findings",
    body: table(WRONG, { format: "pdf" }),
    status: 422,
  },
  {
    name: "a plan that is not that of the dry run",
    as: "office",
    method: "POST",
    path: "/api/imports/allocation",
    headers: KEY,
    body: table(LEDGER, { plan: "0".repeat(64), acceptCount: "true" }),
    status: 409,
    code: "plan_outdated",
  },
  {
    name: "an old ledger opens an archive",
    as: "office",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(LEDGER),
    status: 200,
    mustContain: [`"id":"${ID}`, '"results":1'],
  },
  {
    name: "a row of a unit that is none opens none",
    as: "office",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(WRONG),
    status: 200,
    mustContain: ['"id":null', "unknown_unit"],
    after: async ({ db }) => {
      if ((await db.$count(archives)) !== 0) throw new Error("an archive was made");
    },
  },
  {
    name: "a ledger of no year",
    as: "office",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(LEDGER, { campaign: "1999" }),
    status: 422,
  },
  {
    name: "units bring no ledgers",
    as: "zhujian",
    method: "POST",
    path: PLACE,
    headers: KEY,
    body: table(LEDGER),
    status: 403,
  },
  {
    name: "letters come in a box, each with what became of it",
    as: "office",
    method: "POST",
    path: `${PLACE}/${OWN}/letters`,
    headers: KEY,
    body: boxOf("2026.zip", zipSync({ "2026/第39号建议答复.docx": LETTER, "说明.txt": new Uint8Array([1]) })),
    before: start,
    status: 200,
    // 第39号 by its title, and another matter by the words that it quotes.
    mustContain: ['"file":"第39号建议答复.docx"', '"state":"refused"', "motion_number_mismatch"],
    after: async ({ db }) => {
      if ((await db.$count(archiveFiles)) !== 1) throw new Error("not kept");
    },
  },
  {
    name: "letters for an archive that is not there",
    as: "office",
    method: "POST",
    path: `${PLACE}/none/letters`,
    headers: KEY,
    body: boxOf("a.docx", LETTER),
    status: 404,
  },
  {
    name: "a bomb for a box",
    as: "office",
    method: "POST",
    path: `${PLACE}/${OWN}/letters`,
    headers: KEY,
    body: boxOf("a.zip", zipSync({ "a.docx": new Uint8Array(8 * 1024 * 1024) })),
    before: start,
    status: 413,
    code: "zip_bomb",
  },
  {
    name: "the office sees the archives",
    as: "office",
    path: "/api/archives",
    before: start,
    status: 200,
    mustContain: [OWN, '"total":1'],
  },
  { name: "a unit does not", as: "zhujian", path: "/api/archives", before: start, status: 403, mustNotContain: [OWN] },
  {
    name: "how far an archive is",
    as: "supervisor",
    path: `/api/archives/${OWN}`,
    before: take(LETTER),
    status: 200,
    mustContain: ['"stored":0', '"refused":1', '"unanswered":[', "闭会第9号"],
  },
  { name: "an archive that is not there", as: "office", path: "/api/archives/none", status: 404 },
  {
    name: "its letters, by state",
    as: "office",
    path: `/api/archives/${OWN}/files?state=refused`,
    before: take(LETTER),
    status: 200,
    mustContain: ['"file":"a.docx"', '"total":1'],
  },
  {
    name: "of a state that is none",
    as: "office",
    path: `/api/archives/${OWN}/files?state=x`,
    before: start,
    status: 422,
  },
  {
    name: "nothing waits to be let go",
    as: "office2",
    method: "POST",
    path: `/api/archives/${OWN}/release`,
    headers: KEY,
    before: take(LETTER),
    status: 409,
    code: "nothing_to_release",
  },
  {
    name: "who brought the letters does not let them go",
    as: "office",
    method: "POST",
    path: `/api/archives/${OWN}/release`,
    headers: KEY,
    before: take(GOOD),
    status: 409,
    code: "needs_second_person",
  },
  {
    name: "a second person lets them go, and they are public",
    as: "office2",
    method: "POST",
    path: `/api/archives/${OWN}/release`,
    headers: KEY,
    before: take(GOOD),
    status: 200,
    mustContain: ['"released":1', '"left":[]', '"waiting":0'],
    after: async ({ db }) => {
      const reply = await db
        .select()
        .from(replies)
        .where(eq(replies.assignmentId, "2026-jianyi-bihui-9.zhujian"))
        .get();
      if (reply?.publication !== "published" || reply.indexNumber === null) throw new Error("not published");
    },
  },
];
