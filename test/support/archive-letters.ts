import { readFileSync } from "node:fs";
import type { LetterFile } from "#services/archives/take-letters.ts";
import { buildXlsx } from "#test/exchange/office-files.ts";
import { fixture } from "./import-office.ts";

type Manifest = {
  replies: {
    file: string;
    kind: string;
    session: string;
    number: number;
    motion_title: string;
    proposer: string;
    all_lead_units: string[];
    class_mark: string | null;
    disclosure_mark: string;
    date: string;
    doc_no: string;
    expected_findings: unknown[];
  }[];
};
const manifest = JSON.parse(readFileSync(fixture("replies/manifest.json"), "utf8")) as Manifest;
/** The letters of the fixtures to 建议 of 2026, and those that nothing is wrong with. */
export const SUGGESTIONS = manifest.replies.filter(({ kind }) => kind === "建议");
export const CLEAN = SUGGESTIONS.filter(({ expected_findings }) => expected_findings.length === 0);

const HEADER = ["编号", "案由", "领衔代表", "主办单位", "办理结果", "公开属性", "答复日期", "文号", "答复链接"];
export const EXTRA = [
  "900",
  "关于没有答复文件的建议",
  "毕洲梅",
  "市财政局",
  "B",
  "公开",
  "2026年5月6日",
  "",
  "https://old.example.cn/900",
];

const numberOf = ({ session, number }: Manifest["replies"][number]) =>
  session === "闭会期间" ? `闭会第${number}号` : String(number);

/** The ledger to which they belong. */
export function ledger(more: readonly (readonly string[])[] = [EXTRA], patch: Record<string, string> = {}): Uint8Array {
  const rows = SUGGESTIONS.map((item) => [
    numberOf(item),
    item.motion_title,
    item.proposer,
    item.all_lead_units.join("、"),
    patch[item.file] ?? item.class_mark ?? "",
    item.disclosure_mark === "不公开" ? "不公开" : "公开",
    item.date,
    item.doc_no,
    "",
  ]);
  return buildXlsx({ rows: [HEADER, ...rows, ...more] });
}

export const letters = (items: readonly { file: string }[] = SUGGESTIONS): LetterFile[] =>
  items.map(({ file }) => ({ name: file, bytes: new Uint8Array(readFileSync(fixture(`replies/${file}`))) }));

export const ledgerInput = (bytes = ledger(), dryRun = false) => ({
  bytes,
  fileName: "2026年台账.xlsx",
  campaignId: "2026",
  kind: "suggestion" as const,
  dryRun,
});
