import { expect, it } from "vitest";
import {
  CAMPAIGN_STAGES,
  CAMPAIGN_WORKS,
  findNextStage,
  findStageObstacle,
  toStage,
} from "#domain/campaign/campaign-stage.ts";

it("moves one step at a time, and back only from 收官", () => {
  const steps = (["start", "close", "reopen", "archive"] as const).map((kind) =>
    CAMPAIGN_STAGES.map((stage) => findNextStage(kind, stage) ?? null),
  );
  expect(steps).toEqual([
    ["open", null, null, null],
    [null, "closed", null, null],
    [null, null, "open", null],
    [null, null, "archived", null],
  ]);
});

it("says for each kind of work in each stage whether it goes on", () => {
  const table = CAMPAIGN_WORKS.map((work) =>
    CAMPAIGN_STAGES.map((stage) => findStageObstacle(work, stage)?.code ?? null),
  );
  expect(table).toEqual([
    [null, null, "campaign_closed", "campaign_archived"],
    ["campaign_not_open", null, "campaign_closed", "campaign_archived"],
    [null, null, null, "campaign_archived"],
  ]);
});

it("an archived year is a closed one with the day of its hand-over", () => {
  expect(toStage({ state: "closed", archivedAt: null })).toBe("closed");
  expect(toStage({ state: "closed", archivedAt: "2027-01-10T00:00:00.000Z" })).toBe("archived");
});
