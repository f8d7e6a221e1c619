import { daysBetween } from "./civil-date.ts";

/** 绿, 蓝, 黄, 红: done, in time, soon due, overdue. Shown with the words of the reading, never alone (design §10). */
export const LIGHTS = ["green", "blue", "yellow", "red"] as const;
export type Light = (typeof LIGHTS)[number];

export const LIGHT_LABELS: Readonly<Record<Light, string>> = {
  green: "绿灯",
  blue: "蓝灯",
  yellow: "黄灯",
  red: "红灯",
};

/** Calendar days before the date in which the light is yellow. */
export const YELLOW_DAYS = 7;

export type LightReading = {
  readonly light: Light;
  /** 还有 12 天, 今天到期, 已超期 3 天, 按期办结 … */
  readonly words: string;
  /** Calendar days left on today, or on the day it was done; negative when late; null without a date. */
  readonly daysLeft: number | null;
  readonly late: boolean;
};

function sayDone(left: number | null): string {
  if (left === null) return "已办结";
  return left < 0 ? `已办结，逾期 ${-left} 天` : "按期办结";
}

function sayOpen(left: number): string {
  if (left < 0) return `已超期 ${-left} 天`;
  return left === 0 ? "今天到期" : `还有 ${left} 天`;
}

/** Judged anew each time, never stored. What is done is green even when it was late: the words and `late` say so. */
export function toLight(dueOn: string | null, today: string, doneOn: string | null = null): LightReading {
  const daysLeft = dueOn === null ? null : daysBetween(doneOn ?? today, dueOn);
  const late = daysLeft !== null && daysLeft < 0;
  if (doneOn !== null) return { light: "green", words: sayDone(daysLeft), daysLeft, late };
  if (daysLeft === null) return { light: "blue", words: "没有期限", daysLeft, late };
  const light = late ? "red" : daysLeft <= YELLOW_DAYS ? "yellow" : "blue";
  return { light, words: sayOpen(daysLeft), daysLeft, late };
}
