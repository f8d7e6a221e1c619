import type { DemoCampaign, DemoDocument, DemoMatter } from "../demo-city.ts";
import { makeBreakdown, makeBulletin } from "./current.ts";
import { toFigures } from "./figures.ts";
import { makeNotice } from "./notice.ts";
import { RULES } from "./rules.ts";
import { makeSummary } from "./summary.ts";

const CURRENT_YEAR = 2026;

/** All documents of the demo city in the order of their dates; every figure in them is counted from the matters. */
export function makeDocuments(campaigns: readonly DemoCampaign[], matters: readonly DemoMatter[]): DemoDocument[] {
  const yearly = campaigns.flatMap((campaign, index) => {
    const figures = toFigures(campaign, matters);
    const notice = makeNotice(campaign, figures, index);
    if (campaign.year !== CURRENT_YEAR) return [notice, makeSummary(campaign, figures, index)];
    return [notice, makeBreakdown(matters), makeBulletin(campaign, matters)];
  });
  const rules = { ...RULES, body: [...RULES.body] };
  return [rules, ...yearly].toSorted((one, other) => one.writtenOn.localeCompare(other.writtenOn));
}
