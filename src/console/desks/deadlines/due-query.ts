import type { LocationQuery } from "vue-router";
import { LIGHTS } from "#domain/deadline/light.ts";
import { CLOCKS } from "#domain/supervision/clock.ts";
import type { components, operations } from "../../api/types.gen.ts";
import type { Addressee, Clock } from "../../parts/remind.ts";
import { readDate } from "../../parts/chinese-date.ts";

export type DueQuery = NonNullable<operations["listDue"]["parameters"]["query"]>;
export type DueItem = components["schemas"]["DueItem"];

const textOf = (value: LocationQuery[string] | undefined) =>
  typeof value === "string" && value !== "" ? value : undefined;

/** What the address asks of the due list; unknown kinds and lights are left out. */
export function toDueQuery({ campaign, unit, kind, light }: LocationQuery): DueQuery {
  const asked = {
    campaign: textOf(campaign),
    unit: textOf(unit),
    kind: CLOCKS.find((one) => one === kind),
    light: LIGHTS.find((one) => one === light),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as DueQuery;
}

export const keyOf = ({ clock, id, dueOn }: DueItem) => `${clock}/${id}/${dueOn}`;

export function toAddressee({ assignmentId, clock, motion, unit, dueOn, light }: DueItem): Addressee {
  const dueWords = dueOn === null ? "" : `期限${readDate(dueOn)}，${light.words}`;
  return {
    assignmentId,
    clock: clock satisfies Clock,
    numberLabel: motion.numberLabel,
    title: motion.title,
    unitName: unit.name,
    dueWords,
  };
}
