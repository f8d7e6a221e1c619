import type { MotionState } from "../assignment/motion-state.ts";
import { ASSIGNED, JOINT, OWED, caseRates } from "./case-measures.ts";
import type { MotionFacts } from "./facts.ts";
import type { Indicator, IndicatorUnit } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { countWhere, within } from "./measure.ts";

export const MOTIONS = countWhere<MotionFacts>("交由政府办理的件数", (motion) => motion.state === "assigned");

export function motionRate(
  code: string,
  label: string,
  base: Measure<MotionFacts> | null,
  numerator: Measure<MotionFacts>,
): Indicator {
  const unit: IndicatorUnit = "件";
  return { code, group: "volume", label, unit, over: "motion", numerator, base };
}

const left = (code: string, label: string, words: string, state: MotionState) =>
  motionRate(
    code,
    label,
    null,
    countWhere(words, (motion) => motion.state === state),
  );
const cases = caseRates("volume");

export const VOLUME_INDICATORS: readonly Indicator[] = [
  motionRate("motions", "承办件数", null, MOTIONS),
  cases("owed", "应答复件次", null, OWED, { note: "一件由几个单位分别答复的，计几件次" }),
  cases("joint_parts", "会办件次", null, JOINT),
  cases("parts", "交办件次", null, ASSIGNED),
  {
    code: "government_share",
    group: "volume",
    label: "政府承办占比",
    unit: "件",
    over: "filed",
    numerator: MOTIONS,
    baseWords: "代表、委员提出的总件数",
  },
  motionRate(
    "between_sessions_share",
    "闭会期间占比",
    MOTIONS,
    within(MOTIONS, "闭会期间提出的", (motion) => motion.betweenSessions),
  ),
  motionRate(
    "key_item_share",
    "重点件占比",
    MOTIONS,
    within(MOTIONS, "列为重点办理的", (motion) => motion.keyItem),
  ),
  motionRate(
    "separate_share",
    "分办占比",
    MOTIONS,
    within(MOTIONS, "由两个以上单位分别答复的", (motion) => motion.answering > 1),
  ),
  motionRate(
    "shared_share",
    "多单位办理占比",
    MOTIONS,
    within(MOTIONS, "有两个以上单位办理（含会办）的", (motion) => motion.units > 1),
  ),
  left("merged", "并案件数", "并入其他件办理的件", "merged"),
  left("transferred", "转办件数", "不属本级、已转其他机关的件", "transferred"),
  left("withdrawn_motions", "撤回件数", "代表、委员撤回的件", "withdrawn"),
];
