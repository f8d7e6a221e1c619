import { readFile } from "node:fs/promises";
import type { MotionKind } from "#domain/motion/kind.ts";
import { readUnits } from "#exchange/units/read-units.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import type { Context } from "#services/context.ts";
import { importUnits } from "#services/imports/import-units.ts";
import type { TestApp } from "./app.ts";
import { openTestApp } from "./app.ts";

export const fixture = (path: string) => new URL(`../fixtures/${path}`, import.meta.url);

const SITTINGS: Readonly<Record<MotionKind, { id: string; name: string; shortName: string }>> = {
  suggestion: { id: "npc-4-5", name: "云川市第四届人民代表大会第五次会议", shortName: "市四届人大五次会议" },
  proposal: { id: "cppcc-4-5", name: "政协云川市第四届委员会第五次会议", shortName: "市政协四届五次会议" },
};
const EXPECTED: Readonly<Record<MotionKind, number>> = { suggestion: 126, proposal: 148 };

async function seed(ctx: Context): Promise<void> {
  await importUnits(ctx, readUnits(await readFile(fixture("allocation/units.json"), "utf8")));
  await createCampaign(ctx, {
    id: "2026",
    year: 2026,
    name: "2026 年办理工作",
    namesPublic: true,
    kinds: (["suggestion", "proposal"] as const).map((kind) => ({
      kind,
      sitting: { ...SITTINGS[kind], term: 4, session: 5 },
      schemeId: "zhanyi-2023",
      assignedOn: "2026-03-10",
      followUpDueOn: "2026-12-20",
      expectedCount: EXPECTED[kind],
    })),
  });
}

/** The API over a 云川市 with its 49 units and the year 2026, in which nothing has been handed out yet. */
export async function openImportOffice(): Promise<TestApp> {
  return await openTestApp({ seed, instant: "2026-09-01T01:00:00.000Z" });
}
