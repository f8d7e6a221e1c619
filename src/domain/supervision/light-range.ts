import { addDays } from "../deadline/civil-date.ts";
import type { Light } from "../deadline/light.ts";
import { YELLOW_DAYS } from "../deadline/light.ts";

export const LIGHT_LABELS: Readonly<Record<Light, string>> = {
  green: "绿灯",
  blue: "蓝灯",
  yellow: "黄灯",
  red: "红灯",
};

/** Due dates that show this light today, both ends included; undefined = no end. The same thresholds as `toLight`. */
export type DueRange = { readonly from?: string; readonly to?: string };

/** Green is what is done, and a due list holds nothing that is done: undefined. */
export function findLightRange(light: Light, today: string): DueRange | undefined {
  switch (light) {
    case "green":
      return undefined;
    case "red":
      return { to: addDays(today, -1) };
    case "yellow":
      return { from: today, to: addDays(today, YELLOW_DAYS) };
    case "blue":
      return { from: addDays(today, YELLOW_DAYS + 1) };
  }
}
