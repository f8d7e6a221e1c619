import {
  DISCLOSURE_GROUNDS,
  DISCLOSURE_LABELS,
  DISCLOSURE_MODES,
  GROUND_LABELS,
  isPublicMode,
} from "../disclosure/disclosure.ts";
import { ANSWERED, OWED, caseRates, onTimeRates } from "./case-measures.ts";
import type { Indicator } from "./indicator.ts";
import { within } from "./measure.ts";

const rate = caseRates("disclosure");
const DECIDED = within(ANSWERED, "已答复并确定公开属性的件次", (row) => row.mode !== null);
const LESS = within(DECIDED, "没有全文公开的件次", (row) => row.mode !== "full");
/** What only an old ledger tells of was published elsewhere or nowhere: it says nothing of this site. */
const WITH_LETTER = within(ANSWERED, "已答复的件次（只有台账记载的除外）", (row) => !row.ledgerOnly);
const PUBLISHED = within(ANSWERED, "已公开的件次", (row) => row.publication === "published");
const TO_PUBLISH = within(DECIDED, "应当公开的件次", (row) => row.mode !== null && isPublicMode(row.mode));
const published = "已公开的（含摘要公开、部分公开）";

export const DISCLOSURE_INDICATORS: readonly Indicator[] = [
  rate("public_rate", "公开率（占已答复）", WITH_LETTER, { ...PUBLISHED, words: published }),
  rate(
    "public_rate_of_owed",
    "公开率（占应答复）",
    OWED,
    within(OWED, published, (row) => row.publication === "published"),
  ),
  rate(
    "full_text_rate",
    "全文公开率（占已答复）",
    WITH_LETTER,
    within(WITH_LETTER, "全文公开的", (row) => row.publication === "published" && row.mode === "full"),
  ),
  rate(
    "full_text_rate_of_published",
    "全文公开率（占已公开）",
    PUBLISHED,
    within(PUBLISHED, "全文公开的", (row) => row.mode === "full"),
  ),
  ...onTimeRates({
    group: "disclosure",
    code: "published_on_time",
    label: "按期公开率",
    base: TO_PUBLISH,
    term: (row) => row.publishing,
    limit: "公开期限（答复后 20 个工作日，年度另有规定的从其规定）",
    verb: "公开",
  }),
  rate(
    "published_on_time_of_published",
    "按期公开率（占已公开）",
    PUBLISHED,
    within(PUBLISHED, "在公开期限内公开的", ({ publishing: { dueOn, doneOn } }) => {
      return dueOn !== null && doneOn !== null && doneOn <= dueOn;
    }),
  ),
  ...DISCLOSURE_MODES.map((mode) =>
    rate(
      `mode_${mode}`,
      `公开属性：${DISCLOSURE_LABELS[mode]}`,
      DECIDED,
      within(DECIDED, `公开属性为“${DISCLOSURE_LABELS[mode]}”的`, (row) => row.mode === mode),
    ),
  ),
  ...DISCLOSURE_GROUNDS.map((ground) =>
    rate(
      `ground_${ground}`,
      `未全文公开的依据：${GROUND_LABELS[ground]}`,
      LESS,
      within(LESS, `依据为${GROUND_LABELS[ground]}的`, (row) => row.ground === ground),
    ),
  ),
  rate(
    "ground_missing",
    "未全文公开的依据：没有写明",
    LESS,
    within(LESS, "没有写明依据的", (row) => row.ground === null),
  ),
  rate(
    "withdrawn_rate",
    "公开后撤回率",
    ANSWERED,
    within(ANSWERED, "公开后又撤回的", (row) => row.publication === "withdrawn"),
  ),
];
