import type { YearRecord } from "#db/reads/year-sheet/find-year-record.ts";
import type { CaseFacts, MotionFacts } from "#domain/statistics/facts.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import type { PublicRegisterEntry, PublicRegisterPart } from "#domain/view/public-year.ts";
import { isSaidByRegister } from "#domain/statistics/public-indicators.ts";
import type { SliceCounts } from "#domain/statistics/slice-counts.ts";

const SHOWN_STATES = ["assigned", "merged", "transferred", "withdrawn"] as const;
type ShownState = (typeof SHOWN_STATES)[number];
const isShown = (state: MotionFacts["state"]): state is ShownState => SHOWN_STATES.some((item) => item === state);

function toStanding({ publication, mode, replyByCampaign }: CaseFacts): PublicRegisterPart["standing"] {
  if (publication === "withheld" || publication === "withdrawn") return publication;
  // The state of the reply and the decision on its letter, both: what is not surely public is not.
  if (publication === "published" && mode !== null && mode !== "none") return mode;
  return replyByCampaign.doneOn === null ? "handling" : "unpublished";
}

const PUBLIC: readonly PublicRegisterPart["standing"][] = ["full", "summary", "redacted"];
const isPublic = (part: Pick<PublicRegisterPart, "standing">) => PUBLIC.includes(part.standing);

type CountedIn = {
  /** Places of the indicators that count a row. */
  readonly placesOf: SliceCounts["placesOf"];
  /** May a place be told of a row of which no letter is public: it says no more than its line of the register? */
  readonly isSaid: (place: number) => boolean;
};

function toPart(row: CaseFacts, { placesOf, isSaid }: CountedIn): PublicRegisterPart {
  const standing = toStanding(row);
  const isOpen = standing === "handling";
  const places = placesOf(row);
  return {
    unit: row.unit,
    standing,
    ground: standing === "full" || isOpen || standing === "unpublished" ? null : row.ground,
    dueOn: isOpen ? row.replyByCampaign.dueOn : null,
    lawDueOn: isOpen ? row.replyByLaw.dueOn : null,
    counted: isPublic({ standing }) ? [...places] : places.filter(isSaid),
  };
}

/** Every number that was ever given to the government this year: what it is and how it stands, nothing of what it says. */
export function projectRegister(
  { motions }: Pick<YearRecord, "motions">,
  indicators: readonly Indicator[],
  { placesOf }: Pick<SliceCounts, "placesOf">,
): PublicRegisterEntry[] {
  const isSaid = (place: number): boolean => isSaidByRegister(indicators[place]?.code ?? "");
  return motions.flatMap(({ number, mergedInto, facts: motion }): PublicRegisterEntry[] => {
    const { id, kind, betweenSessions, state } = motion;
    if (!isShown(state)) return [];
    const owed = motion.cases.filter(({ assigned, role }) => assigned && role !== "joint");
    const parts = owed.map((row) => toPart(row, { placesOf, isSaid }));
    const isWhole = parts.some(isPublic);
    const places = placesOf(motion);
    return [
      {
        id,
        kind,
        number,
        betweenSessions,
        state,
        mergedInto,
        parts: state === "assigned" ? parts : [],
        counted: isWhole ? [...places] : places.filter(isSaid),
      },
    ];
  });
}
