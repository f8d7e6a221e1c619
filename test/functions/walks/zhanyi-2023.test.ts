import { afterAll, beforeAll, describe } from "vitest";
import { tellAutumn } from "./zhanyi-2023-autumn.ts";
import { tellSpring } from "./zhanyi-2023-spring.ts";
import { tellWinter } from "./zhanyi-2023-winter.ts";
import type { Cast } from "./zhanyi-2023-year.ts";
import { gather } from "./zhanyi-2023-year.ts";

/** The whole of 沾区政发〔2023〕10号 on the calendar of 2023, through HTTP. Each day goes on where the one before ended. */

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});
afterAll(async () => await cast.walk.close());

describe("2023 as the notice of 沾益 asks for it", { timeout: 60_000 }, () => {
  tellSpring(() => cast);
  tellAutumn(() => cast);
  tellWinter(() => cast);
});
