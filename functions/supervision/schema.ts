import { z } from "@hono/zod-openapi";
import type { EmergencyRow } from "#db/reads/aftercare-lists.ts";
import { LIGHT_LABELS, LIGHTS } from "#domain/deadline/light.ts";
import type { LightReading } from "#domain/deadline/light.ts";
import { DISCLOSURE_GROUNDS, GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { CLOCKS, CLOCK_LABELS } from "#domain/supervision/clock.ts";
import type { UnitScore } from "#domain/supervision/unit-score.ts";
import type { DisclosureReview as Review } from "#services/supervision/list-aftercare.ts";
import type { DueItem as Due } from "#services/supervision/list-due.ts";
import type { Supervision as Sheets } from "#services/supervision/unit-sheets.ts";
import { PageQuery } from "../http/route-parts.ts";

const Motion = z.strictObject({
  id: z.string(),
  kind: z.enum(MOTION_KINDS),
  numberLabel: z.string(),
  title: z.string(),
});
const Unit = z.strictObject({ code: z.string(), name: z.string() });
const Light = z.strictObject({
  light: z.enum(LIGHTS),
  label: z.string(),
  words: z.string(),
  daysLeft: z.int().nullable().openapi({ description: "距到期的天数，超期为负" }),
});

export const PageOnly = z.strictObject(PageQuery);

export const DueQuery = z.strictObject({
  ...PageQuery,
  campaign: z.string().max(40).optional(),
  unit: z.string().max(40).optional().openapi({ description: "单位代码" }),
  kind: z.enum(CLOCKS).optional().openapi({ description: "哪一类期限" }),
  light: z.enum(LIGHTS).optional(),
  assignment: z.string().max(120).optional().openapi({ description: "只看这一项交办" }),
});

export const DueItem = z
  .strictObject({
    clock: z.enum(CLOCKS),
    clockLabel: z.string(),
    id: z.string().openapi({ description: "交办编号；承诺事项为承诺编号" }),
    assignmentId: z.string(),
    campaignId: z.string(),
    motion: Motion,
    keyItem: z.boolean(),
    unit: Unit,
    dueOn: z.string().nullable().openapi({ description: "节假日安排未公布、不能推算的为 null" }),
    light: Light,
  })
  .openapi("DueItem");

const Rate = z.strictObject({
  key: z.string(),
  label: z.string(),
  numerator: z.int(),
  base: z.int(),
  percent: z.string().nullable(),
  definition: z.string(),
});

const Score = z.strictObject({
  source: z.string().openapi({ description: "分值的出处" }),
  points: z.number(),
  outOf: z.int().openapi({ description: "已计各项的满分" }),
  lines: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      weight: z.int(),
      numerator: z.int(),
      base: z.int(),
      points: z.number().nullable().openapi({ description: "分母为零的不计分，为 null" }),
    }),
  ),
});

export const SupervisionQuery = z.strictObject({ campaign: z.string().min(1).max(40) });
export const Supervision = z
  .strictObject({
    campaignId: z.string(),
    asOf: z.string().openapi({ description: "计算期限所依据的日期" }),
    units: z.array(
      z.strictObject({
        unit: Unit,
        rates: z.array(Rate),
        score: Score.nullable().openapi({ description: "按本年度载明的分值计算；没有载明的为 null，不评分" }),
        notes: z.array(z.string()).openapi({ description: "未能计入的期限和原因" }),
      }),
    ),
    conversion: z.array(z.strictObject({ kind: z.enum(MOTION_KINDS), rate: Rate })),
  })
  .openapi("Supervision");

const matter = { assignmentId: z.string(), version: z.int(), motion: Motion, unit: Unit };

export const DisclosureReview = z
  .strictObject({
    ...matter,
    ground: z.enum(DISCLOSURE_GROUNDS).nullable(),
    groundLabel: z.string().nullable(),
    reviewAgainOn: z.string(),
    light: Light,
  })
  .openapi("DisclosureReview");

export const Emergency = z
  .strictObject({
    ...matter,
    edition: z.int(),
    reason: z.string(),
    publishedAt: z.string(),
    countersignedAt: z.string().nullable().openapi({ description: "为空的待补签" }),
  })
  .openapi("Emergency");

type Matter = Pick<
  EmergencyRow,
  "motionId" | "kind" | "number" | "betweenSessions" | "title" | "unitCode" | "unitName"
>;

function toMotion({ motionId, kind, number, betweenSessions, title }: Matter): z.infer<typeof Motion> {
  return { id: motionId, kind, numberLabel: motionNumberLabel({ number, betweenSessions }), title };
}

function toUnit({ unitCode, unitName }: Matter): z.infer<typeof Unit> {
  return { code: unitCode, name: unitName };
}

function toLight({ light, words, daysLeft }: LightReading): z.infer<typeof Light> {
  return { light, label: LIGHT_LABELS[light], words, daysLeft };
}

export function toDueItem(item: Due): z.infer<typeof DueItem> {
  const { clock, id, assignmentId, campaignId, keyItem, dueOn, reading } = item;
  return {
    clock,
    clockLabel: CLOCK_LABELS[clock],
    id,
    assignmentId,
    campaignId,
    motion: toMotion(item),
    keyItem,
    unit: toUnit(item),
    dueOn,
    light: toLight(reading),
  };
}

function toScore({ source, lines, hundredths, outOf }: UnitScore): z.infer<typeof Score> {
  return {
    source,
    points: hundredths / 100,
    outOf,
    lines: lines.map(({ hundredths: own, ...line }) => ({ ...line, points: own === null ? null : own / 100 })),
  };
}

export function toSupervision({ campaignId, asOf, units, conversion }: Sheets): z.infer<typeof Supervision> {
  return {
    campaignId,
    asOf,
    units: units.map(({ unit, rates, score, notes }) => ({
      unit: { ...unit },
      rates: rates.map((rate) => ({ ...rate })),
      score: score && toScore(score),
      notes: [...notes],
    })),
    conversion: conversion.map(({ kind, rate }) => ({ kind, rate: { ...rate } })),
  };
}

export function toDisclosureReview(row: Review): z.infer<typeof DisclosureReview> {
  const { assignmentId, version, ground, reviewAgainOn, reading } = row;
  return {
    assignmentId,
    version,
    motion: toMotion(row),
    unit: toUnit(row),
    ground,
    groundLabel: ground && GROUND_LABELS[ground],
    reviewAgainOn,
    light: toLight(reading),
  };
}

export function toEmergency(row: EmergencyRow): z.infer<typeof Emergency> {
  const { assignmentId, version, edition, reason, publishedAt, countersignedAt } = row;
  return {
    assignmentId,
    version,
    motion: toMotion(row),
    unit: toUnit(row),
    edition,
    reason,
    publishedAt,
    countersignedAt,
  };
}
