import { importAllocation } from "#services/imports/import-allocation.ts";
import { startArchive } from "#services/archives/start.ts";
import { takeLetters } from "#services/archives/take-letters.ts";
import { buildLetter, buildXlsx, paragraph } from "#test/exchange/office-files.ts";
import { openImportOffice } from "#test/support/import-office.ts";
import type { TestApp } from "#test/support/app.ts";

// One measurement in a process of its own: node import-once.ts rows 1000 | letters 100
const [, , what = "rows", size = "1000"] = process.argv;
const count = Number(size);

const HEADER = [
  "编号",
  "案由",
  "领衔代表",
  "联名人",
  "代表团",
  "内容分类",
  "主办单位",
  "协办单位",
  "是否重点",
  "办理期限",
];
const LEADS = ["市商务局", "市财政局", "市教育体育局", "市住房城乡建设局"];

function tableOf(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    `关于改善第${at + 1}片区公共服务设施的建议`,
    "毕洲梅",
    "卢子、冉云芳、冯清邦",
    "青云代表团",
    "城建环保",
    LEADS[at % 2] ?? "",
    at % 3 === 0 ? "市公安局" : "",
    at % 20 === 0 ? "是" : "否",
    "2026年6月10日",
  ]);
  return buildXlsx({ rows: [HEADER, ...lines] });
}

/** Seconds of the wall clock. */
async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function measureRows({ system }: TestApp): Promise<object> {
  const bytes = tableOf(count);
  const common = { fileName: "a.xlsx", campaignId: "2026", kind: "suggestion" as const, acceptCount: true };
  let plan = "";
  const dryRun = await secondsOf(async () => {
    const report = await importAllocation(system, { ...common, bytes, dryRun: true });
    if (report.rejected.length > 0) throw new Error(report.rejected[0]?.message);
    plan = report.plan;
  });
  const commit = await secondsOf(async () => await importAllocation(system, { ...common, bytes, dryRun: false, plan }));
  const again = await secondsOf(async () => await importAllocation(system, { ...common, bytes, dryRun: false }));
  return { dryRun, commit, again, megabytes: bytes.length / 1024 / 1024 };
}

function letterOf(number: number): Uint8Array {
  const body = Array.from({ length: 12 }, (_, at) =>
    paragraph(`我局围绕第${number}号建议，投入资金${at + 1}2.5万元，完成改造${at + 3}处，有关问题已经解决。`),
  );
  return buildLetter(body.join(""));
}

async function measureLetters({ system, clock }: TestApp): Promise<object> {
  // An archive is of a year that is over.
  clock.set("2027-01-01T00:00:00+08:00");
  const header = ["编号", "案由", "领衔代表", "主办单位", "办理结果", "公开属性"];
  const rows = Array.from({ length: count }, (_, at) => [
    String(at + 1),
    at + 1 === 39 ? "关于改造农贸市场的建议" : `关于第${at + 1}件的建议`,
    "张三",
    "市商务局",
    "A",
    "公开",
  ]);
  const bytes = buildXlsx({ rows: [header, ...rows] });
  const input = { bytes, fileName: "a.xlsx", campaignId: "2026", kind: "suggestion" as const, dryRun: false };
  const { id } = await startArchive(system, input);
  if (id === null) throw new Error("the ledger was refused");
  const files = Array.from({ length: count }, (_, at) => ({ name: `${at}.docx`, bytes: letterOf(at) }));
  return { letters: await secondsOf(async () => await takeLetters(system, { archiveId: id, files })) };
}

const app = await openImportOffice();
try {
  const result = what === "rows" ? await measureRows(app) : await measureLetters(app);
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await app.close();
}
