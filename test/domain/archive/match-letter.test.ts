import { describe, expect, it } from "vitest";
import type { LetterClues, Matter } from "#domain/archive/match-letter.ts";
import { matchLetter } from "#domain/archive/match-letter.ts";

const matter = (number: number, title: string, betweenSessions = false): Matter => ({
  id: `2023-jianyi-${betweenSessions ? "bihui-" : ""}${number}`,
  kind: "suggestion",
  number,
  betweenSessions,
  title,
});
const MATTERS = [
  matter(1, "关于改造农贸市场的建议"),
  matter(1, "关于延长公交运营时间的建议", true),
  matter(2, "关于加快推进滨河路农贸市场升级改造的建议"),
  matter(3, "关于改造农贸市场的建议"),
  matter(4, "关于加快推进滨江路农贸市场升级改造的建议"),
  matter(5, "关于完善云岭乡中心卫生院急救设施设备配置的建议"),
];
const clues = (more: Partial<LetterClues>): LetterClues => ({
  kind: "suggestion",
  motion: null,
  quotedTitle: null,
  fileName: "答复.docx",
  ...more,
});
const printed = (number: number, betweenSessions = false, kind: "suggestion" | "proposal" = "suggestion") => ({
  number,
  betweenSessions,
  kind,
  words: `第${number}号`,
});

describe("a letter finds its matter", () => {
  it.each<[string, Partial<LetterClues>, string, string]>([
    ["by the number in its title", { motion: printed(2) }, "2023-jianyi-2", "number"],
    ["by a number between sessions", { motion: printed(1, true) }, "2023-jianyi-bihui-1", "number"],
    [
      "by the number before any title",
      { motion: printed(5), quotedTitle: MATTERS[2]?.title ?? "" },
      "2023-jianyi-5",
      "number",
    ],
    ["by the very title", { quotedTitle: "关于延长公交运营时间的建议" }, "2023-jianyi-bihui-1", "title"],
    [
      "by the title without punctuation",
      { quotedTitle: "延长公交运营时间 的提案" },
      "2023-jianyi-bihui-1",
      "similar_title",
    ],
    [
      "by a title written a little differently",
      { quotedTitle: "关于完善云岭乡中心卫生院急救设备设施配置的建议" },
      "2023-jianyi-5",
      "similar_title",
    ],
    ["by the number in the name of the file", { fileName: "2023/03_建议_5号.docx" }, "2023-jianyi-5", "file_name"],
    ["by 闭会 in the name of the file", { fileName: "01_建议_闭会1号.docx" }, "2023-jianyi-bihui-1", "file_name"],
    ["by 第5号建议 in the name of the file", { fileName: "第5号建议答复.docx" }, "2023-jianyi-5", "file_name"],
  ])("%s", (_, more, id, by) => {
    expect(matchLetter(MATTERS, clues(more))).toMatchObject({ matter: { id }, by });
  });
});

describe("a letter that may be the answer to two, or to none, is left alone", () => {
  it.each<[string, Partial<LetterClues>, string, RegExp]>([
    ["two matters of one title", { quotedTitle: "关于改造农贸市场的建议" }, "ambiguous_title", /第1号.*第3号/],
    [
      "two titles as near",
      { quotedTitle: "关于加快推进滨海路农贸市场升级改造的建议" },
      "ambiguous_title",
      /第2号.*第4号/,
    ],
    ["a number that the ledger lacks", { motion: printed(9) }, "motion_unknown", /第9号/],
    ["a number of the other kind", { motion: printed(1, false, "proposal") }, "kind_mismatch", /提案/],
    [
      "a number of the ledger is not guessed from a title",
      { motion: printed(9), quotedTitle: "关于延长公交运营时间的建议" },
      "motion_unknown",
      /第9号/,
    ],
    ["a title from elsewhere", { quotedTitle: "关于保护古树名木的建议" }, "motion_unknown", /编号/],
    ["a proposal by the name of its file", { fileName: "02_提案_5号.docx" }, "motion_unknown", /./],
    ["nothing at all", {}, "motion_unknown", /./],
  ])("%s", (_, more, code, words) => {
    const match = matchLetter(MATTERS, clues(more));
    expect(match).toMatchObject({ matter: null, code });
    if (match.matter === null) expect(match.message).toMatch(words);
  });
});
