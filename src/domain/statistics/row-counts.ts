import type { Measure } from "./measure.ts";

/** Rows that a measure counts, by their places, and what it adds for each; null: one for each. */
type Found = { readonly at: readonly number[]; readonly weights: readonly number[] | null };

/** What the rows add up to, for each group in the order of the names. */
export type GroupSums = readonly number[];

const NO_GROUP = -1;

/** Names of groups as numbers, so that a sum costs an addition. */
export class GroupNames<Name> {
  readonly #numbers = new Map<Name, number>();

  toNumber(name: Name | undefined): number {
    if (name === undefined) return NO_GROUP;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Of a group; 0 where nothing was counted. */
  read(sums: GroupSums, name: Name): number {
    const number = this.#numbers.get(name);
    return number === undefined ? 0 : (sums[number] ?? 0);
  }

  get size(): number {
    return this.#numbers.size;
  }
}

/** Rows of one kind, counted by many measures on one day: what measures have in common is found once. */
export class RowCounts<Row> {
  readonly #rows: readonly Row[];
  readonly #today: string;
  readonly #found = new Map<Measure<Row>, Found>();

  constructor(rows: readonly Row[], today: string) {
    this.#rows = rows;
    this.#today = today;
  }

  #weighAll({ weigh }: Measure<Row>): Found {
    const at: number[] = [];
    const weights: number[] = [];
    for (let place = 0; place < this.#rows.length; place++) {
      const weight = weigh(this.#rows[place] as Row, this.#today);
      if (weight <= 0) continue;
      at.push(place);
      weights.push(weight);
    }
    return { at, weights };
  }

  find(measure: Measure<Row>): Found {
    const known = this.#found.get(measure);
    if (known) return known;
    const { narrows } = measure;
    const test = (place: number): boolean => narrows?.test(this.#rows[place] as Row, this.#today) === true;
    const found = narrows ? { at: this.find(narrows.base).at.filter(test), weights: null } : this.#weighAll(measure);
    this.#found.set(measure, found);
    return found;
  }

  total(measure: Measure<Row>): number {
    const { at, weights } = this.find(measure);
    return weights ? weights.reduce((sum, weight) => sum + weight, 0) : at.length;
  }

  /** @param groupOf number of each row's group, by the place of the row @param groups how many there are */
  sumBy(measure: Measure<Row>, groupOf: readonly number[], groups: number): GroupSums {
    const { at, weights } = this.find(measure);
    const sums = Array.from({ length: groups }, () => 0);
    for (let index = 0; index < at.length; index++) {
      const group = groupOf[at[index] as number] as number;
      if (group !== NO_GROUP) sums[group] = (sums[group] as number) + (weights?.[index] ?? 1);
    }
    return sums;
  }
}
