import { afterAll, beforeAll, describe } from "vitest";
import { tellAnswers } from "./suzhou-2024-answers.ts";
import { tellHandingOut } from "./suzhou-2024-handing-out.ts";
import type { Cast } from "./suzhou-2024-year.ts";
import { gather } from "./suzhou-2024-year.ts";

/** All 201 suggestions of 宿州's report on the calendar of 2024, through HTTP. Each day goes on where the one before ended. */

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});
afterAll(async () => await cast.walk.close());

describe("2024 as 宿州 reports it", { timeout: 120_000 }, () => {
  tellHandingOut(() => cast);
  tellAnswers(() => cast);
});
