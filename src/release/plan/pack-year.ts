import type { FollowUpTrace, MatterTraces } from "#domain/view/matter-traces.ts";
import type { MatterLine } from "#domain/view/page-view.ts";
import type { PublicOutcome, PublicTopic, PublicUnit } from "#domain/view/public-reply.ts";
import type { PublicFigures, PublicYear } from "#domain/view/public-year.ts";
import type { PlannedMatter, PlannedYear } from "./plan.ts";

type Row = readonly [
  id: string,
  number: number,
  betweenSessions: 0 | 1,
  path: string,
  kind: MatterLine["kind"],
  numberLabel: string,
  title: string,
  units: readonly string[],
  outcomes: readonly number[],
  mode: MatterLine["mode"],
  keyItem: 0 | 1,
  topic: string | null,
  publishedOn: string,
  lineHash: string,
  hash: string,
  pageKey: string,
  holds: readonly string[],
  traces: PackedTraces,
];

/** Classes by their places, as in the line. */
type PackedTraces = Omit<MatterTraces, "followUps"> & {
  readonly followUps: readonly (Omit<FollowUpTrace, "from" | "to"> & {
    readonly from: number;
    readonly to: number | null;
  })[];
};

export type PackedYear = Omit<PlannedYear, "matters" | "record"> & {
  readonly figures: PublicFigures | null;
  readonly outcomes: readonly PublicOutcome[];
  readonly matters: readonly Row[];
};

function packTraces({ followUps, ...traces }: MatterTraces, placeOf: (outcome: PublicOutcome) => number): PackedTraces {
  return {
    ...traces,
    followUps: followUps.map(({ from, to, ...trace }) => ({
      ...trace,
      from: placeOf(from),
      to: to === null ? null : placeOf(to),
    })),
  };
}

function unpackTraces(
  { followUps, ...traces }: PackedTraces,
  outcomeAt: (place: number) => PublicOutcome,
): MatterTraces {
  return {
    ...traces,
    followUps: followUps.map(({ unit, number, dueOn, repliedOn, from, to }) => ({
      unit,
      number,
      dueOn,
      repliedOn,
      from: outcomeAt(from),
      to: to === null ? null : outcomeAt(to),
    })),
  };
}

/** Read when it is asked for: other pages say what `register` of the year does. */
function toRecord(figures: PublicFigures | null, readRegister: () => PublicYear["register"]): PublicYear | null {
  if (!figures) return null;
  let known: PublicYear["register"] | undefined;
  return {
    figures,
    get register() {
      known ??= readRegister();
      return known;
    },
  };
}

/** Units and topics by their codes, classes once: a year of ten thousand matters is a few megabytes. */
export function packYear(planned: PlannedYear): PackedYear {
  const { year, tallies, tombstones, record, recordHash, register } = planned;
  const outcomes: PublicOutcome[] = [];
  const places = new Map<string, number>();
  const placeOf = (outcome: PublicOutcome): number => {
    const name = JSON.stringify(outcome);
    const place = places.get(name) ?? outcomes.push(outcome) - 1;
    places.set(name, place);
    return place;
  };
  const matters = planned.matters.map(({ line, ...matter }): Row => [
    matter.id,
    matter.number,
    matter.betweenSessions ? 1 : 0,
    line.path,
    line.kind,
    line.numberLabel,
    line.title,
    line.units.map((unit) => unit.code),
    line.outcomes.map(placeOf),
    line.mode,
    line.keyItem ? 1 : 0,
    line.topic?.slug ?? null,
    line.publishedOn,
    matter.lineHash,
    matter.hash,
    matter.pageKey,
    matter.holds,
    packTraces(matter.traces, placeOf),
  ]);
  return { year, tallies, tombstones, figures: record?.figures ?? null, recordHash, register, outcomes, matters };
}

/** Throws where a unit or topic is not known: then the frame is another one and the plan is of no use. */
export function unpackYear(
  packed: PackedYear,
  units: ReadonlyMap<string, PublicUnit>,
  topics: ReadonlyMap<string, PublicTopic>,
  readRegister: () => PublicYear["register"],
): PlannedYear {
  const { year, tallies, tombstones, figures, recordHash, register, outcomes } = packed;
  const get = <K, V>(map: { readonly get: (key: K) => V | undefined }, key: K): V => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`Failed to read the plan: ${String(key)} is unknown`);
    return value;
  };
  const byPlace = new Map(outcomes.entries());
  const matters = packed.matters.map((row): PlannedMatter => ({
    id: row[0],
    number: row[1],
    betweenSessions: row[2] === 1,
    line: {
      path: row[3],
      year,
      kind: row[4],
      numberLabel: row[5],
      title: row[6],
      units: row[7].map((code) => get(units, code)),
      outcomes: row[8].map((place) => get(byPlace, place)),
      mode: row[9],
      keyItem: row[10] === 1,
      topic: row[11] === null ? null : get(topics, row[11]),
      publishedOn: row[12],
    },
    lineHash: row[13],
    hash: row[14],
    pageKey: row[15],
    holds: row[16],
    traces: unpackTraces(row[17], (place) => get(byPlace, place)),
  }));
  const record = toRecord(figures, readRegister);
  return { year, tallies, tombstones, record, recordHash, register, matters };
}
