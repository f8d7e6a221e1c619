import type { FeedbackAxis } from "#domain/campaign/feedback-presets.ts";
import { CONTACT_KINDS, CONTACT_LABELS } from "#domain/contact/contact-kinds.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { Paper, PaperCell, PaperTable } from "./paper.ts";
import { toPrintedDate } from "./printed-words.ts";

/** What the office knows before the form is filled in; null where it does not. */
export type FeedbackSheet = {
  /** 云川市人民政府. */
  readonly government: string;
  readonly kind: MotionKind;
  readonly sitting: string;
  readonly numberLabel: string;
  readonly title: string;
  readonly proposer: string;
  /** 联名人 as printed; null where nobody joined. */
  readonly joint: string | null;
  readonly leadUnit: string;
  readonly jointUnits: readonly string[];
  readonly jointWord: "会办" | "协办";
  readonly docNumber: string | null;
  readonly repliedOn: string | null;
  readonly classLabel: string | null;
  readonly round: number;
  readonly axes: readonly FeedbackAxis[];
  readonly returnTo: string;
  readonly returnPhone: string | null;
  readonly dueOn: string | null;
};

const COLUMNS = 4;
const BOX = "☐";
const SPACE_FOR_WORDS = 30;
const ROW = 9;

const label = (text: string): PaperCell => ({ lines: [text], label: true });
const value = (text: string | null, columns = 1): PaperCell => ({ lines: [text ?? ""], columns });
const boxes = (words: readonly string[]): string => words.map((word) => `${BOX} ${word}`).join("　　");

function pair(name: string, text: string | null): PaperCell[] {
  return [label(name), value(text)];
}

const across = (name: string, text: string | null): PaperCell[] => [label(name), value(text, COLUMNS - 1)];

type Row = { readonly cells: readonly PaperCell[]; readonly height: number };
const row = (cells: readonly PaperCell[], height = ROW): Row => ({ cells, height });

function knownRows(sheet: FeedbackSheet): Row[] {
  const { label: kind, filer } = KIND_WORDS[sheet.kind];
  const lead = sheet.kind === "suggestion" ? `领衔${filer}` : "第一提案人";
  const reply = [sheet.docNumber, sheet.repliedOn && toPrintedDate(sheet.repliedOn)].filter((part) => part !== null);
  return [
    row([...pair(`${kind}编号`, sheet.numberLabel), ...pair("会议届次", sheet.sitting)]),
    row(across(`${kind}标题`, sheet.title)),
    row([...pair(lead, sheet.proposer), ...pair("联名人", sheet.joint ?? "无")]),
    row([...pair("主办单位", sheet.leadUnit), ...pair(`${sheet.jointWord}单位`, sheet.jointUnits.join("、") || "无")]),
    // Before the reply there is nothing to print here (沾益: filled in at the 面商).
    ...(reply.length > 0 ? [row([...pair("答复文号", reply.join("　")), ...pair("办理结果", sheet.classLabel)])] : []),
  ];
}

function axisRow({ label: name, required, values }: FeedbackAxis): Row {
  const words = boxes(values.map((item) => item.label));
  return row(across(name, required ? words : `${words}　　（选填）`));
}

function askedRows(sheet: FeedbackSheet): Row[] {
  const { filer } = KIND_WORDS[sheet.kind];
  const known = sheet.axes.some(({ code }) => code === "contact");
  const contact = row(across("沟通方式", boxes(CONTACT_KINDS.map((kind) => CONTACT_LABELS[kind]))));
  return [
    ...(known ? [] : [contact]),
    ...sheet.axes.map(axisRow),
    row(across("不满意的理由和具体意见", null), SPACE_FOR_WORDS),
    row(across("是否同意公开答复", `${boxes(["同意", "不同意"])}（不同意的，请说明理由）`)),
    row([...pair(`${filer}签名`, null), ...pair("填表日期", "　　　　年　　月　　日")], 12),
  ];
}

/** Where to and until when the form is returned. */
function noteOf({ axes, returnTo, returnPhone, dueOn }: FeedbackSheet): string {
  const judged = axes.some(({ values }) => values.some(({ attitude }) => attitude === "dissatisfied"));
  const reasons = judged ? "有一项为“不满意”的，请写明理由。" : "";
  const until = dueOn === null ? "填好后请" : `请于${toPrintedDate(dueOn)}前`;
  const phone = returnPhone === null ? "" : `（联系电话：${returnPhone}）`;
  return `填表说明：请在选定项目的“${BOX}”内画“√”。${reasons}${until}交回${returnTo}${phone}。`;
}

/** 反馈表 (annexes 3 and 4): what is known filled in, the rest with boxes of the year's axes and room to write. */
export function toFeedbackPaper(sheet: FeedbackSheet): Paper {
  const round = sheet.round > 1 ? `（第${sheet.round}次）` : "";
  const title = `${sheet.government}${KIND_WORDS[sheet.kind].longLabel}办理情况反馈表${round}`;
  const rows = [...knownRows(sheet), ...askedRows(sheet)];
  const table: PaperTable = {
    kind: "table",
    widths: [17, 30, 17, 36],
    rows: rows.map(({ cells }) => cells),
    headerRows: 0,
    heights: rows.map(({ height }) => height),
  };
  return {
    name: `${title} ${sheet.numberLabel}`,
    creator: sheet.returnTo,
    blocks: [{ kind: "line", role: "title", text: title }, table, { kind: "line", role: "fine", text: noteOf(sheet) }],
  };
}
