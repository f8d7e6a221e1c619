import type { YearRecord } from "#db/reads/year-sheet/find-year-record.ts";
import type { CaseFacts, MotionFacts } from "#domain/statistics/facts.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import type { PublicRegisterEntry, PublicRegisterPart } from "#domain/view/public-year.ts";
import { isSaidByRegister } from "#domain/statistics/public-indicators.ts";

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

/** Places of the indicators that count a row. Rows of which no letter is public say no more than their line of the register. */
function toCounted(
  indicators: readonly Indicator[],
  weigh: (indicator: Indicator) => number,
  isWhole: boolean,
): number[] {
  return indicators.flatMap((indicator, place) =>
    (isWhole || isSaidByRegister(indicator.code)) && weigh(indicator) > 0 ? [place] : [],
  );
}

function toPart(row: CaseFacts, indicators: readonly Indicator[], asOf: string): PublicRegisterPart {
  const standing = toStanding(row);
  const isOpen = standing === "handling";
  const weigh = (item: Indicator) => (item.over === "case" ? item.numerator.weigh(row, asOf) : 0);
  return {
    unit: row.unit,
    standing,
    ground: standing === "full" || isOpen || standing === "unpublished" ? null : row.ground,
    dueOn: isOpen ? row.replyByCampaign.dueOn : null,
    lawDueOn: isOpen ? row.replyByLaw.dueOn : null,
    counted: toCounted(indicators, weigh, isPublic({ standing })),
  };
}

/** Every number that was ever given to the government this year: what it is and how it stands, nothing of what it says. */
export function projectRegister(
  { sheet, heads, mergedInto }: YearRecord,
  indicators: readonly Indicator[],
  asOf: string,
): PublicRegisterEntry[] {
  return sheet.motions.flatMap((motion): PublicRegisterEntry[] => {
    const { id, kind, betweenSessions, state } = motion;
    const head = heads.get(id);
    if (!head || !isShown(state)) return [];
    const owed = motion.cases.filter(({ assigned, role }) => assigned && role !== "joint");
    const parts = owed.map((row) => toPart(row, indicators, asOf));
    const isWhole = parts.some(isPublic);
    const ofMotion = (item: Indicator) =>
      item.over === "motion" || item.over === "filed" ? item.numerator.weigh(motion, asOf) : 0;
    return [
      {
        id,
        kind,
        number: head.number,
        betweenSessions,
        state,
        mergedInto: mergedInto.get(id) ?? null,
        parts: state === "assigned" ? parts : [],
        counted: toCounted(indicators, ofMotion, isWhole),
      },
    ];
  });
}
