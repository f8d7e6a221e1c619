/** A unit by every name that it goes by. */
export type UnitNames = {
  readonly code: string;
  readonly shortName: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
};

/** One form for comparing: compatibility characters folded, blanks and invisible characters gone. */
export function toUnitKey(name: string): string {
  return name.normalize("NFKC").replace(/\s|\p{Cf}/gu, "");
}

function namesOf(unit: UnitNames): string[] {
  return [unit.shortName, unit.fullName, ...unit.aliases].map(toUnitKey);
}

/** 市商务局 → 商务局: tables of the city itself often leave the level out. */
const withoutLevel = (key: string): string => key.replace(/^市/, "");

type Index<U> = ReadonlyMap<string, ReadonlySet<U>>;

function toIndex<U extends UnitNames>(units: readonly U[], fold: (key: string) => string): Index<U> {
  const index = new Map<string, Set<U>>();
  for (const unit of units) {
    for (const name of namesOf(unit)) {
      const key = fold(name);
      index.set(key, (index.get(key) ?? new Set()).add(unit));
    }
  }
  return index;
}

function findOnly<U>(index: Index<U>, key: string): U | undefined {
  const [unit, second] = index.get(key) ?? [];
  return second === undefined ? unit : undefined;
}

/**
 * Prepares many look-ups in one register. A name matches exactly (after folding) or without a leading 市;
 * a name that two units share matches neither.
 */
export function toUnitMatcher<U extends UnitNames>(units: readonly U[]): (name: string) => U | undefined {
  const exact = toIndex(units, (key) => key);
  const loose = toIndex(units, withoutLevel);
  return (name) => {
    const key = toUnitKey(name);
    if (key === "") return undefined;
    return exact.has(key) ? findOnly(exact, key) : findOnly(loose, withoutLevel(key));
  };
}

export function matchUnit<U extends UnitNames>(name: string, units: readonly U[]): U | undefined {
  return toUnitMatcher(units)(name);
}
