import type { Light } from "#domain/deadline/light.ts";

/** What each light means, so that nobody has to know colours. */
export const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  red: "已超期",
  yellow: "七天内到期",
  blue: "尚未到期",
  green: "已办结",
};
