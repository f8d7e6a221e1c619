import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";

/** One kind of the year, as the form holds it; counts are empty where the notice states none. */
export type KindForm = {
  readonly kind: MotionKind;
  isIn: boolean;
  term: number;
  session: number;
  name: string;
  shortName: string;
  schemeId: string;
  assignedOn: string;
  expectedCount: number | null;
  filedCount: number | null;
};
export type CampaignForm = {
  year: number;
  name: string;
  isOpen: boolean;
  namesPublic: boolean;
  kinds: KindForm[];
  preset: string;
  rules: CampaignRules | null;
};

const DIGITS = "〇一二三四五六七八九";

/** 1 to 99 as names of sittings write it: 四, 十, 十二, 二十一. */
export function toChineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const one = ones === 0 ? "" : (DIGITS[ones] ?? "");
  if (tens === 0) return DIGITS[ones] ?? "";
  return `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${one}`;
}

/** The sitting's full name and the one that ledgers use, as most places word them; both may be changed. */
export function nameSitting(kind: MotionKind, city: string, { term, session }: Pick<KindForm, "term" | "session">) {
  const [nth, time] = [toChineseNumber(term), toChineseNumber(session)];
  const place = city.slice(-1);
  if (KIND_WORDS[kind].body === "npc")
    return { name: `${city}第${nth}届人民代表大会第${time}次会议`, shortName: `${place}${nth}届人大${time}次会议` };
  return { name: `政协${city}第${nth}届委员会第${time}次会议`, shortName: `${place}政协${nth}届${time}次会议` };
}

export function startForm(year: number, city: string): CampaignForm {
  return {
    year,
    name: `${year} 年建议提案办理`,
    isOpen: true,
    namesPublic: false,
    preset: "law",
    rules: null,
    kinds: MOTION_KINDS.map((kind) => {
      const place = { term: 1, session: 1 };
      const counts = { expectedCount: null, filedCount: null };
      return { kind, isIn: true, ...place, ...nameSitting(kind, city, place), schemeId: "", assignedOn: "", ...counts };
    }),
  };
}

export const chosenKinds = ({ kinds }: CampaignForm) => kinds.filter(({ isIn }) => isIn);

/** The first thing that is missing of the first step, as a sentence. */
export function findGap(form: CampaignForm): string | undefined {
  const kinds = chosenKinds(form);
  if (kinds.length === 0) return "请至少选择一类：建议或者提案。";
  for (const { kind, schemeId, assignedOn } of kinds) {
    const { label } = KIND_WORDS[kind];
    if (schemeId === "") return `请选择${label}的分类口径。`;
    if (assignedOn === "") return `请填写${label}的交办日期。`;
  }
  return undefined;
}

/** What the API takes. */
export function toCampaignInput(form: CampaignForm) {
  const { year, name, isOpen, namesPublic, preset, rules } = form;
  const kinds = chosenKinds(form).map(({ kind, term, session, name: sitting, shortName, ...one }) => ({
    kind,
    sitting: { id: `${KIND_WORDS[kind].body}-${term}-${session}`, term, session, name: sitting, shortName },
    schemeId: one.schemeId,
    assignedOn: one.assignedOn,
    followUpDueOn: rules?.deadlines.followUpOn ?? null,
    expectedCount: one.expectedCount,
    filedCount: one.filedCount,
  }));
  const state: "open" | "preparing" = isOpen ? "open" : "preparing";
  const head = { id: String(year), year, name: name.trim(), state, namesPublic, kinds, preset };
  if (!rules) return head;
  const { deadlines, ...beside } = rules;
  const { preset: _, ...days } = deadlines;
  return { ...head, overrides: { ...beside, deadlines: days } };
}
