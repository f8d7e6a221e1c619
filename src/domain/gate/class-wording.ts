import type { Outcome } from "../scheme/outcome.ts";

/** What the sentences of a letter say about its own result. */
export type ClassWording = {
  /** Codes that it gives itself: 本件确定为B类. */
  readonly codes: readonly string[];
  /** Outcomes in the formulas of the trade, with the words that say so. */
  readonly outcomes: ReadonlyMap<Outcome, string>;
  /** A plan for what was asked, in a letter that tells of nothing done, or a plan with a year: 拟于2027年启动. */
  readonly plan: string | undefined;
};

/** The letters of the trade, and whatever else the year's own scheme has. */
const codePattern = (codes: readonly string[]) => new RegExp(`(?<![A-Za-z0-9])([A-D甲乙丙丁${codes.join("")}])类`, "g");
const OF_ITSELF =
  /本件|该件|此件|本(?:建议|提案|答复)|该(?:建议|提案)|办理结果|办理类别|答复类别|结果分类|分类标准|分类结果|归为|类别为/;

// Set phrases of 答复, by what they say (domain.md §1.4). Motion titles in 《》 are taken out before.
const FORMULAS: readonly (readonly [Outcome, RegExp])[] = [
  [
    "planned",
    /(?:列入|纳入)(?:了)?(?:工作|年度|有关|相关)?(?:规划|计划)+[，、]?(?:中)?(?:逐步|分步|分期|分批)(?:予以|加以|推进)?(?:解决|落实|实施)|列入(?:解决计划|计划拟解决)/,
  ],
  [
    "resolved",
    /(?:问题|事项|诉求|意见)(?:目前|现)?(?:已经|已|均已|都已|已全部|已基本)(?:全部|基本|得到|予以|圆满)*解决/,
  ],
  ["adopted", /(?:意见|建议|提案)(?:目前|现)?(?:已经|已|均已|都已)(?:全部|被|予以|得到)*(?:采纳|吸收)/],
  [
    "deferred",
    /(?:目前|暂时?|尚|现阶段|短期内)(?:还|仍)?(?:难以|无法|不能|未能|不具备条件)(?:予以|全部)?(?:解决|落实|实施)?|条件(?:尚|暂)?不(?:具备|成熟)/,
  ],
  ["reference", /(?:留作|作为)(?:今后|以后|下步|下一步)?(?:的)?(?:工作|决策)?(?:中)?(?:的)?参考/],
  ["infeasible", /不(?:予采纳|可行，)|政策(?:不允许|所限)(?:，|。|,)/],
];

// 争取资金 is work done, 争取年底前 a plan.
const PLAN =
  /(?:将|拟|计划|预计|力争|争取(?!到?(?:了|上级|中央|省|国家|专项|各类|资金|项目|政策))|打算|下一步|下步)[^，]{0,24}/u;
const DATED_PLAN =
  /(?:将|拟|计划|预计|力争|争取)(?:于|在|到)?20\d\d年[^，]{0,14}(?:完成|建成|启动|开工|实施|解决|投用|改造)/u;
/** What was done, in whatever words; 了 and 已 mark what is over. */
const DONE =
  /已|完成|建成|投用|印发|[新增]设|新增|累计|采纳|(?:开展|组织|解决|落实|实施|安装|改造|召开|整改|拆除|进行)了/;
/** The first paragraph says that the motion came and was looked into. */
const OF_THE_MOTION = /收悉|现(?:将[^，]{0,10})?答复如下|提出的/;

function planIn(sentences: readonly string[]): string | undefined {
  const own = sentences.filter((sentence) => !OF_THE_MOTION.test(sentence));
  const dated = own.map((sentence) => DATED_PLAN.exec(sentence)?.[0]).find((words) => words !== undefined);
  if (dated !== undefined || own.some((sentence) => DONE.test(sentence))) return dated;
  return own.map((sentence) => PLAN.exec(sentence)?.[0]).find((words) => words !== undefined);
}

function sentencesOf(blocks: readonly string[]): string[] {
  return blocks
    .map((block) =>
      block
        .normalize("NFKC")
        .replace(/\s+/g, "")
        .replace(/《[^》]{0,200}》/g, ""),
    )
    .flatMap((block) => block.split(/[。;!?]/))
    .map((sentence) => sentence.replaceAll(",", "，"));
}

function codesIn(sentence: string, code: RegExp): string[] {
  return [...new Set([...sentence.matchAll(code)].map((match) => match[1] ?? ""))];
}

/** `known`: codes of the scheme; one letter each (`ClassCode`). */
export function readClassWording(blocks: readonly string[], known: readonly string[] = []): ClassWording {
  const code = codePattern(known);
  const codes = new Set<string>();
  const outcomes = new Map<Outcome, string>();
  const sentences = sentencesOf(blocks);
  for (const sentence of sentences) {
    const named = codesIn(sentence, code);
    // A sentence with several classes explains the scheme or tells of a change; it does not classify.
    if (named.length > 1) continue;
    if (named[0] !== undefined && OF_ITSELF.test(sentence)) codes.add(named[0]);
    for (const [outcome, formula] of FORMULAS) {
      const match = formula.exec(sentence);
      if (match && !outcomes.has(outcome)) outcomes.set(outcome, match[0]);
    }
  }
  return { codes: [...codes], outcomes, plan: planIn(sentences) };
}
