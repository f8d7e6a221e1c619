import { describe, expect, it } from "vitest";
import { checkMotion } from "#domain/gate/check-motion.ts";
import { levelOfTitle } from "#domain/gate/check-level.ts";
import { openingMotion, parsePrintedMotion, quotedMotionTitle } from "#domain/gate/printed-motion.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { brief, check, letterOf } from "./letter.ts";

describe("parsePrintedMotion", () => {
  it.each([
    ["关于市四届人大五次会议第54号建议的答复", "suggestion", 54, false],
    ["关于市四届人大闭会期间第3号建议的答复", "suggestion", 3, true],
    ["对云川市第九届人大第三次会议第31号建议的答复", "suggestion", 31, false],
    ["关于市政协四届五次会议第０９６号提案的答复", "proposal", 96, false],
    ["关于市政协四届五次会议第39号（财经类）提案的会办意见", "proposal", 39, false],
    ["关于市四届人大闭会期间的第3号建议的答复", "suggestion", 3, true],
    ["关于省政协十二届一次会议“146号”提案的复函", "proposal", 146, false],
  ] as const)("%s", (title, kind, number, betweenSessions) => {
    expect(parsePrintedMotion(title)).toMatchObject({ kind, number, betweenSessions });
  });

  it.each(["关于建议办理情况的答复", "关于第xx号建议的答复", "关于第0号建议的答复", "云建议字〔2026〕21号"])(
    "names none: %s",
    (title) => {
      expect(parsePrintedMotion(title)).toBeUndefined();
    },
  );
});

describe("the opening", () => {
  it("quotes the motion's title", () => {
    expect(quotedMotionTitle(["您提出的《关于征集革命文物的建议》收悉。"])).toBe("关于征集革命文物的建议");
    expect(quotedMotionTitle(["对照《志愿服务条例》，您提出的《关于乙的提案》"])).toBe("关于乙的提案");
    expect(quotedMotionTitle(["依据《志愿服务条例》"])).toBeUndefined();
  });

  it("may name its number, which must be that of the title", () => {
    expect(openingMotion(["您提出的第40号提案《关于5号路的提案》收悉。"])).toMatchObject({
      kind: "proposal",
      number: 40,
    });
    const letter = { ...letterOf(), body: richTextOf(["您提出的第40号建议收悉，现答复如下："]) };
    expect(brief(checkMotion(letter, undefined))).toEqual(["motion_number_mismatch block title 第44号"]);
  });
});

describe("level", () => {
  it.each([
    ["关于市四届人大五次会议第54号建议的答复", "city"],
    ["关于省政协十二届三次会议第5号提案的答复", "province"],
    ["对云川县第九届人大第三次会议第31号建议的答复", "county"],
    ["关于加强管护的答复", undefined],
  ] as const)("of %s is %s", (title, level) => {
    expect(levelOfTitle(title)).toBe(level);
  });

  it.each([
    ["已报送县政协提案委员会，有关问题已经解决。", "县政协"],
    ["我县有关问题已经解决。", "我县"],
    ["县人大常委会听取了汇报，有关问题已经解决。", "县人大"],
  ])("%s", (text, words) => {
    expect(brief(check({ body: [text] }))).toEqual([`wrong_level review body ${words}`]);
  });

  it.each([
    "与邻县联线营销，有关问题已经解决。",
    "省、市、县人民政府合力，有关问题已经解决。",
    "省人民政府批复后，有关问题已经解决。",
    "云岭县政协视察后，有关问题已经解决。",
    "我市、我局有关问题已经解决。",
  ])("is right in: %s", (text) => {
    expect(check({ body: [text] })).toEqual([]);
  });
});
