import { insertCampaign, putSitting } from "#db/writes/campaigns.ts";
import { putUnit } from "#db/writes/units.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Context } from "#services/context.ts";
import { makeDemoCity } from "./demo/demo-city.ts";
import { loadCity } from "./load-city.ts";
import { MORE_UNITS } from "./more-units.ts";

const NEXT_YEAR = 2027;
const NEXT_SITTINGS = {
  suggestion: { id: "npc-4-6", name: "云川市第四届人民代表大会第六次会议", shortName: "市四届人大六次会议" },
  proposal: { id: "cppcc-4-6", name: "政协云川市第四届委员会第六次会议", shortName: "市政协四届六次会议" },
} as const;

/** Loads 云川市, the city that does not exist, with four years of work and an empty fifth to try imports on. */
export async function loadDemoCity(ctx: Context): Promise<{ motions: number; replies: number }> {
  const city = makeDemoCity();
  const counts = await loadCity(ctx, city, { aftercare: true });
  await writeTransaction(ctx.db, async (tx) => {
    for (const [index, unit] of MORE_UNITS.entries()) await putUnit(tx, unit, city.units.length + index);
    const kinds = (["suggestion", "proposal"] as const).map((kind) => ({
      kind,
      sitting: NEXT_SITTINGS[kind],
      schemeId: "zhanyi-2023",
      assignedOn: `${NEXT_YEAR}-03-10`,
      followUpDueOn: `${NEXT_YEAR}-12-20`,
    }));
    for (const { kind, sitting } of kinds) await putSitting(tx, kind, { ...sitting, term: 4, session: 6 });
    const name = `${NEXT_YEAR} 年办理工作`;
    await insertCampaign(tx, {
      id: String(NEXT_YEAR),
      year: NEXT_YEAR,
      name,
      state: "preparing",
      namesPublic: true,
      kinds,
    });
  });
  return counts;
}
