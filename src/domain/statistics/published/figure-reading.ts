import type { PrintedPercent } from "./printed-percent.ts";
import { sumPercents, toPrinted } from "./printed-percent.ts";
import type { PublishedFigure, PublishedPart } from "./published-figure.ts";

export type ReadPart = {
  readonly part: PublishedPart;
  readonly label: string;
  readonly n: number | null;
  readonly percent: PrintedPercent | null;
  /** Its own, or that of the figure; null: not known. */
  readonly base: number | null;
  /** Neither a lower bound nor a round number: may be held to its word. */
  readonly exact: boolean;
};

/** A figure with what its numbers say of each other worked out. */
export type FigureReading = {
  readonly figure: PublishedFigure;
  readonly parts: readonly ReadPart[];
  /** Σ n where every part has one. */
  readonly sum: number | null;
  /** The parts are meant to make up the whole. */
  readonly isWhole: boolean;
};

function looksWhole({ base }: PublishedFigure, parts: readonly ReadPart[], sum: number | null): boolean {
  if (parts.length < 2 || parts.some(({ part }) => (part.base ?? null) !== null)) return false;
  if (typeof base === "number" && sum !== null) return Math.abs(sum - base) <= Math.max(1, base * 0.05);
  const percents = parts.flatMap(({ percent }) => (percent ? [percent] : []));
  if (percents.length < parts.length) return false;
  const { steps, decimals } = sumPercents(percents);
  return Math.abs(steps / 10 ** decimals - 100) <= 2;
}

function toReadPart(part: PublishedPart, base: number | null): ReadPart {
  const { label, n, published_percent: printed } = part;
  const percent = typeof printed === "number" || typeof printed === "string" ? toPrinted(printed, part.decimals) : null;
  const exact = part.at_least !== true;
  return { part, label, n: n ?? null, percent, base: part.base ?? base, exact };
}

/** A missing base of parts that make up a whole is their sum. */
export function readFigure(figure: PublishedFigure): FigureReading {
  const parts = figure.parts.map((part) => toReadPart(part, figure.base ?? null));
  const known = parts.flatMap(({ n }) => (n === null ? [] : [n]));
  const sum = parts.length > 0 && known.length === parts.length ? known.reduce((a, b) => a + b, 0) : null;
  const isWhole =
    figure.targets !== true && (figure.parts_exclude_each_other ?? looksWhole(figure, parts, sum)) && parts.length > 0;
  const base = figure.base ?? (isWhole ? sum : null);
  return { figure, parts: figure.parts.map((part) => toReadPart(part, base)), sum, isWhole };
}
