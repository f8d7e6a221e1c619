/** Words that titles of any matter carry: they tell nothing of what it is about. */
const STOCK =
  /关于|进一步|加快推进|加快|加大力度|加大|加强|推进|推动|推广|建立健全|建立|健全|完善|优化|规范|提升|提高|促进|强化|做好|支持|鼓励|全面|统筹|扩大|我市|全市|云川市|工作|建设|管理|服务|机制|体系|力度|水平|问题|发展|实施|解决|的?(?:建议|提案)$|[（(].*?[）)]|[\s、，“”《》]/gu;
/** A shorter run stands in titles of quite other matters. */
const SHORTEST = 4;
const GAP = "\u0000";

/** What a title is about, stock words replaced by gaps. */
export function toCore(title: string): string {
  return title.replace(STOCK, GAP).replace(/[的在对与和及等为向]/gu, GAP);
}

/** Runs of four characters in the core of a title: two titles share words where they share one of these. */
export function listRuns(core: string): string[] {
  const chars = [...core];
  const runs = chars.slice(SHORTEST - 1).map((_, at) => chars.slice(at, at + SHORTEST).join(""));
  return [...new Set(runs)].filter((run) => !run.includes(GAP));
}

/** The longest words of two cores that are the same, four characters at least; undefined where there are none. */
export function findSharedWords(one: string, other: string): string | undefined {
  const chars = [...one];
  for (let length = chars.length; length >= SHORTEST; length--) {
    for (let at = 0; at + length <= chars.length; at++) {
      const run = chars.slice(at, at + length).join("");
      if (!run.includes(GAP) && other.includes(run)) return run;
    }
  }
  return undefined;
}
