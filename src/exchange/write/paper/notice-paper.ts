import type { DeadlineLine } from "#domain/campaign/deadline-lines.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { Block } from "#domain/reply/rich-text.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { toFoot } from "./letter-paper.ts";
import type { Paper, PaperTable } from "./paper.ts";
import { toPrintedDate } from "./printed-words.ts";

/** One motion as the table of a notice names it. */
export type NoticeRow = {
  readonly kind: MotionKind;
  readonly numberLabel: string;
  readonly title: string;
  readonly leadUnits: readonly string[];
  readonly jointUnits: readonly string[];
  readonly dueOn: string | null;
};

/** 交办通知 as the rules of the year make it; `unit` null: to all units at once. */
export type NoticeFacts = {
  readonly issuer: string;
  readonly phone: string;
  readonly year: number;
  readonly unit: string | null;
  /** Kinds that are handed out, with the sitting at which they were filed. */
  readonly kinds: readonly { readonly kind: MotionKind; readonly sitting: string; readonly scheme: Scheme | null }[];
  readonly assignedOn: string;
  readonly lines: readonly DeadlineLine[];
  /** What the rules ask for, one sentence each. */
  readonly demands: readonly string[];
  readonly jointWord: "会办" | "协办";
  readonly rows: readonly NoticeRow[];
};

const heading = (text: string): Block => ({ type: "heading", attrs: { level: 1 }, content: [{ type: "text", text }] });
const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ type: "text", text }] });

function countWords({ kinds, rows }: NoticeFacts): string {
  const parts = kinds.flatMap(({ kind, sitting }) => {
    const count = rows.filter((item) => item.kind === kind).length;
    const { filer, label } = KIND_WORDS[kind];
    return count === 0 ? [] : [`${sitting}${filer}提出的${label}${count}件`];
  });
  return parts.join("、");
}

function sideWords(line: DeadlineLine): string {
  const day = (side: DeadlineLine["legal"]): string => (side?.on ? `（${toPrintedDate(side.on)}前）` : "");
  const { campaign, legal } = line;
  const fixed = campaign?.on && campaign.words.startsWith(campaign.on);
  const own = campaign && (fixed ? `${toPrintedDate(campaign.on)}前` : `${campaign.words}${day(campaign)}`);
  const law = legal && `法定期限为${legal.words}${day(legal)}`;
  if (campaign && campaign.words === legal?.words) return `${own}（法定期限）`;
  return [own, law].filter((part) => part !== null && part !== undefined && part !== "").join("；");
}

function classWords({ kinds }: NoticeFacts): string[] {
  const schemes = new Map(
    kinds.flatMap(({ kind, scheme }) => (scheme ? [[scheme.id, { kind, scheme }] as const] : [])),
  );
  return [...schemes.values()].map(({ kind, scheme }) => {
    const classes = scheme.classes.map(
      ({ code, definition }) => `${definition.replace(/的?[。；]?$/, "")}的为${code}类`,
    );
    const whose = schemes.size > 1 ? KIND_WORDS[kind].label : "";
    return `${whose}答复首页右上角应当标明办理结果分类和是否公开：${classes.join("，")}。`;
  });
}

function toBody(facts: NoticeFacts): Block[] {
  const you = facts.unit === null ? "你们" : "你单位";
  const numbered = (items: readonly string[]): Block[] => items.map((text, index) => paragraph(`${index + 1}.${text}`));
  const lines = facts.lines.map((line) => `${line.label}：${sideWords(line)}。`);
  const demands = [...facts.demands, ...classWords(facts)];
  return [
    paragraph(`现将${countWords(facts)}交由${you}办理（名单附后），请认真清点，登记建档，按时办结。`),
    ...(lines.length > 0 ? [heading("一、办理时限"), ...numbered(lines)] : []),
    ...(demands.length > 0 ? [heading(`${lines.length > 0 ? "二" : "一"}、办理要求`), ...numbered(demands)] : []),
  ];
}

/** The table that comes with the notice, 建议 before 提案. */
function toTable({ rows, jointWord }: NoticeFacts): PaperTable {
  const head = ["编号", "案由", "主办单位", `${jointWord}单位`, "办理期限"];
  return {
    kind: "table",
    widths: [14, 36, 23, 24, 29],
    headerRows: 1,
    rows: [
      head.map((text) => ({ lines: [text], label: true })),
      ...rows.map(({ kind, numberLabel, title, leadUnits, jointUnits, dueOn }) => [
        { lines: [KIND_WORDS[kind].label, numberLabel], align: "center" as const },
        { lines: [title] },
        { lines: leadUnits },
        { lines: jointUnits },
        { lines: [dueOn === null ? "" : toPrintedDate(dueOn)], align: "center" as const },
      ]),
    ],
  };
}

/** 交办通知, to one unit or to all, with its table. */
export function toNoticePaper(facts: NoticeFacts): Paper {
  const names = facts.kinds.map(({ kind }) => KIND_WORDS[kind].longLabel).join("和");
  const whole = facts.kinds.length > 1 ? "建议提案" : names;
  const title = `关于交办${facts.year}年${whole}的通知`;
  const { issuer: signatory, assignedOn: signedOn, phone: contactPhone } = facts;
  const list = `${facts.year}年${whole}办理分配表`;
  const foot = toFoot({ signatory, signedOn, contactName: null, contactPhone, copyTo: null });
  return {
    name: title,
    creator: facts.issuer,
    blocks: [
      { kind: "line", role: "issuer", text: facts.issuer },
      { kind: "rule" },
      { kind: "line", role: "title", text: title },
      { kind: "line", role: "addressee", text: `${facts.unit ?? "各承办单位"}：` },
      { kind: "body", body: { type: "doc", content: toBody(facts) } },
      { kind: "blank" },
      { kind: "line", role: "text", text: `附件：${list}` },
      ...foot,
      { kind: "line", role: "annex", text: "附件" },
      { kind: "line", role: "title", text: list },
      toTable(facts),
    ],
  };
}
