import { readFileSync } from "node:fs";
import { motions } from "#db/schema/motions.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";

const KEY = { "Idempotency-Key": "k1" };

const HEAD = "编号,案由,领衔代表,联名人,代表团,内容分类,主办单位,协办单位,分管领导,督办人,是否重点,办理时限";
const ROW_41 = "41,关于修缮社区道路的建议,卢子,,青石镇代表团,城建环保,市住建局,市公安局,,,否,2026年8月31日";
const ROW_42 = "42,关于增设校园岗亭的建议,冉云芳,,青石镇代表团,社会建设,市公安分局,,,,否,2026年8月31日";

function allocation(
  rows: readonly string[],
  more: Readonly<Record<string, string>> = {},
  name = "分配表.csv",
): FormData {
  const form = new FormData();
  form.set("file", new File([`\uFEFF${[HEAD, ...rows].join("\r\n")}\r\n`], name, { type: "text/csv" }));
  for (const [field, value] of Object.entries({ campaign: "2026", kind: "suggestion", ...more }))
    form.set(field, value);
  return form;
}

function letters(files: readonly string[]): FormData {
  const form = new FormData();
  for (const file of files) {
    form.append("files", new File([readFileSync(new URL(`../../fixtures/replies/${file}`, import.meta.url))], file));
  }
  form.set("campaign", "2026");
  return form;
}

const expectMotions = (count: number) => async (world: World) => {
  const found = await world.db.$count(motions);
  if (found !== count) throw new Error(`${found} motions instead of ${count}`);
};

const upload = (body: FormData, headers: Readonly<Record<string, string>> = KEY) => ({
  method: "POST",
  path: "/api/imports/allocation",
  headers,
  body,
});

export const imports: readonly Scenario[] = [
  {
    name: "a table is written whole",
    as: "office",
    ...upload(allocation([ROW_41])),
    status: 200,
    mustContain: ['"written":true', '"accepted":1', '"repliesOwed":1'],
    after: expectMotions(4),
  },
  {
    name: "a dry run writes nothing and says what it would",
    as: "office",
    ...upload(allocation([ROW_41, ROW_42], { dryRun: "true" })),
    status: 200,
    mustContain: ['"written":false', "市公安分局", "市公安局"],
    after: expectMotions(3),
  },
  {
    name: "one wrong row stops all",
    as: "office",
    ...upload(allocation([ROW_41, ROW_42])),
    status: 422,
    code: "rows_rejected",
    mustContain: ['"path":"rows.3"', "市公安分局"],
    after: expectMotions(3),
  },
  {
    name: "a year that is not there",
    as: "office",
    ...upload(allocation([ROW_41], { campaign: "1999" })),
    status: 422,
    code: "unknown_campaign",
  },
  {
    name: "a kind that is none",
    as: "office",
    ...upload(allocation([ROW_41], { kind: "x" })),
    status: 422,
    mustContain: ["suggestion、proposal"],
  },
  {
    name: "a field that is none",
    as: "office",
    ...upload(allocation([ROW_41], { force: "1" })),
    status: 422,
    mustContain: ['"path":"force"'],
  },
  {
    name: "a text in place of the file",
    as: "office",
    ...upload(allocation([], { file: "x" })),
    status: 422,
    mustContain: ["请选择要导入的文件"],
  },
  {
    name: "text under the name of a workbook",
    as: "office",
    ...upload(allocation([ROW_41], {}, "分配表.xlsx")),
    status: 422,
    after: expectMotions(3),
  },
  {
    name: "without a key of its own",
    as: "office",
    ...upload(allocation([ROW_41]), {}),
    status: 400,
    code: "idempotency_key_missing",
    after: expectMotions(3),
  },
  {
    name: "units import nothing",
    as: "zhujian",
    ...upload(allocation([ROW_41])),
    status: 403,
    after: expectMotions(3),
  },
  {
    name: "12 MB and more is too large",
    as: "office",
    ...upload(allocation(["x".repeat(12 * 1024 * 1024)])),
    status: 413,
    code: "too_large",
    after: expectMotions(3),
  },
  {
    name: "replies are judged file by file",
    as: "office",
    method: "POST",
    path: "/api/imports/replies",
    headers: KEY,
    body: letters(["18_建议_24号.docx", "16_建议_61号.docx"]),
    status: 200,
    mustContain: ['"file":"18_建议_24号.docx"', '"state":"refused"', "placeholder", "motion_not_assigned"],
  },
  {
    name: "one file alone is a list of one",
    as: "admin",
    method: "POST",
    path: "/api/imports/replies",
    headers: KEY,
    body: letters(["18_建议_24号.docx"]),
    status: 200,
    mustContain: ['"file":"18_建议_24号.docx"'],
  },
  {
    name: "no file at all",
    as: "office",
    method: "POST",
    path: "/api/imports/replies",
    headers: KEY,
    body: letters([]),
    status: 422,
    mustContain: ["请选择"],
  },
];
