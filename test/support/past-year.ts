import { eq } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import type { TestApp } from "./app.ts";

export const PAST_YEAR = "2025";

/** The year before that of the test city, of which this system knows nothing but its name. Once more changes nothing. */
export async function openPastYear({
  db,
  contextOf,
  keyFor,
}: Pick<TestApp, "db" | "contextOf" | "keyFor">): Promise<void> {
  if ((await db.$count(campaigns, eq(campaigns.id, PAST_YEAR))) > 0) return;
  await createCampaign(contextOf((await keyFor("admin")).actor), {
    id: PAST_YEAR,
    year: Number(PAST_YEAR),
    name: "2025 年办理工作",
    namesPublic: true,
    kinds: [
      {
        kind: "suggestion",
        sitting: {
          id: "npc-4-4",
          name: "云川市第四届人民代表大会第四次会议",
          shortName: "市四届人大四次会议",
          term: 4,
          session: 4,
        },
        schemeId: "zhanyi-2023",
        assignedOn: "2025-03-10",
        followUpDueOn: null,
        expectedCount: null,
      },
    ],
  });
}
