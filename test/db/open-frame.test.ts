import { expect, it } from "vitest";
import { readCityTexts } from "#db/reads/withheld.ts";
import { openTestApp } from "#test/support/app.ts";

it("what stands on every page is no secret because a draft says it too", async () => {
  const t = await openTestApp();
  try {
    const { open } = await readCityTexts(t.db);
    // The title of a unit's unpublished 总结: 云川市公安局2026年人大代表建议办理工作总结.
    expect(open).toEqual(expect.arrayContaining(["云川市公安局2026年", "2026年人大代表建议", "2026年政协提案"]));
  } finally {
    await t.close();
  }
});
