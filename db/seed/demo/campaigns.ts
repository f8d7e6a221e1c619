import type { DemoCampaign, DemoSitting } from "./demo-city.ts";
import { getAt } from "./random.ts";

const ORDINALS = ["二", "三", "四", "五"];

function sitting(body: "npc" | "cppcc", index: number): DemoSitting {
  const ordinal = getAt(ORDINALS, index);
  const isNpc = body === "npc";
  return {
    id: `yunchuan-${body}-4-${index + 2}`,
    term: 4,
    session: index + 2,
    name: isNpc
      ? `云川市第四届人民代表大会第${ordinal}次会议`
      : `中国人民政治协商会议云川市第四届委员会第${ordinal}次会议`,
    shortName: isNpc ? `市四届人大${ordinal}次会议` : `市政协四届${ordinal}次会议`,
  };
}

/** How many of each kind the year holds, between-session ones included, and the day on which they were assigned. */
export type SeedCampaign = Omit<DemoCampaign, "expected" | "filed"> & {
  readonly index: number;
  readonly suggestions: number;
  readonly proposals: number;
};

const ROWS: readonly [number, DemoCampaign["schemeId"], string, string, number, number][] = [
  [2023, "four-class", "2023-03-14", "2023-06-14", 44, 51],
  [2024, "four-class", "2024-03-12", "2024-06-12", 47, 53],
  [2025, "zhanyi-2023", "2025-03-11", "2025-06-11", 49, 56],
  [2026, "zhanyi-2023", "2026-03-10", "2026-06-10", 52, 58],
];

export const CAMPAIGNS: readonly SeedCampaign[] = ROWS.map(
  ([year, schemeId, assignedOn, replyDueOn, suggestions, proposals], index) => ({
    index,
    year,
    schemeId,
    npcSitting: sitting("npc", index),
    cppccSitting: sitting("cppcc", index),
    assignedOn,
    replyDueOn,
    followUpDueOn: `${year}-12-20`,
    suggestions,
    proposals,
  }),
);
