import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";

/** The sentence with which a letter of this class ends its account. */
const OUTCOME_WORDS = {
  A: "所提问题已经解决。",
  B: "所提问题已列入计划逐步解决。",
  C: "所提问题目前条件尚不具备，留作参考。",
} as const;
export type ClassCode = keyof typeof OUTCOME_WORDS;

export type Matter = {
  readonly kind: MotionKind;
  readonly number: number;
  readonly title: string;
  /** 市三届人大三次会议. */
  readonly sitting: string;
  /** 桂安等3名. */
  readonly filers: string;
};

export type LetterOf = {
  readonly signatory: string;
  readonly classCode: ClassCode;
  readonly signedOn: string;
  /** What the unit did, in its own words. */
  readonly account: string;
  /** The class of which the letter speaks, where that is not the one it is marked with. */
  readonly speaksOf?: ClassCode;
};

/** A whole letter that the gate lets pass, with the mark 可公开 unless a ground says otherwise. */
export function draftOf(
  { kind, number, title, sitting, filers }: Matter,
  { signatory, classCode, signedOn, account, speaksOf = classCode }: LetterOf,
  disclosure: object = { mode: "full" },
) {
  const { label, filer } = KIND_WORDS[kind];
  const opening = `${filers === "" ? "您" : "你们"}提出的《${title}》收悉，现将办理情况答复如下：`;
  return {
    letter: {
      classCode,
      docNumber: `云${label}字〔${signedOn.slice(0, 4)}〕${number}号`,
      title: `关于${sitting}第${number}号${label}的答复`,
      addressee: `${filers}${filer}`,
      body: richTextOf([opening, account, OUTCOME_WORDS[speaksOf], "感谢对政府工作的关心和支持。"]),
      signatory,
      signedOn,
      contactName: "宫康",
      contactPhone: "0890-6221001",
      copyTo: null,
    },
    disclosure,
    note: null,
  };
}

/** A 办理分配表 as the office sends it in. */
export function allocationFile(filer: "领衔代表" | "第一提案人", rows: readonly (readonly string[])[]): File {
  const head = ["编号", "案由", filer, "联名人", "主办单位", "协办单位", "督办人", "是否重点"];
  const text = [head, ...rows].map((cells) => cells.join(",")).join("\n");
  return new File([text], "办理分配表.csv");
}
