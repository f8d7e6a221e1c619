import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCalendar } from "#services/campaigns/read-calendar.ts";
import { listDeadlinePresets, listFeedbackPresets } from "#services/campaigns/list-presets.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => await app.close());

describe("readCalendar", () => {
  it("gives each day, the count and the notices", () => {
    const view = readCalendar(app.system, { from: "2023-09-28", to: "2023-10-08" });
    expect(view).toMatchObject({ workdays: 3, notCovered: [] });
    expect(view.days).toHaveLength(11);
    expect(view.days[1]).toEqual({ date: "2023-09-29", workday: false, name: "中秋节、国庆节" });
    expect(view.days.at(-1)).toEqual({ date: "2023-10-08", workday: true, name: "调休上班" });
    expect(view.years).toContainEqual({ year: 2023, source: "国办发明电〔2022〕16号", issuedOn: "2022-12-08" });
  });

  it("names the year that is missing and counts nothing over it", () => {
    const view = readCalendar(app.system, { from: "2026-12-31", to: "2027-01-01" });
    expect(view.days.map(({ workday }) => workday)).toEqual([true, null]);
    expect(view.workdays).toBeNull();
    expect(view.notCovered).toMatchObject([{ year: 2027, message: expect.stringContaining("2027 年") as string }]);
  });

  it("takes 400 days at most, in their order", () => {
    expect(readCalendar(app.system, { from: "2023-01-01", to: "2024-02-04" }).days).toHaveLength(400);
    for (const to of ["2024-02-05", "2022-12-31"]) {
      expect(() => readCalendar(app.system, { from: "2023-01-01", to })).toThrow(
        expect.objectContaining({ name: "Invalid" }),
      );
    }
  });

  it("answers no machine", async () => {
    const machine = app.contextOf((await app.keyFor("machine")).actor);
    const forbidden = expect.objectContaining({ name: "Forbidden" }) as Error;
    expect(() => readCalendar(machine, { from: "2023-01-01", to: "2023-01-01" })).toThrow(forbidden);
    expect(() => listDeadlinePresets(machine)).toThrow(forbidden);
    expect(() => listFeedbackPresets(machine)).toThrow(forbidden);
  });
});

describe("listDeadlinePresets", () => {
  it("are of this year unless another is asked for", () => {
    const draftOn = (year?: number) =>
      listDeadlinePresets(app.system, year).items.find(({ id }) => id === "zhanyi-2023")?.rules.deadlines.draftOn;
    expect(draftOn()).toBe("2026-08-31");
    expect(draftOn(2023)).toBe("2023-08-31");
  });
});
