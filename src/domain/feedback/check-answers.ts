import type { FeedbackAxis } from "../campaign/feedback-presets.ts";

export type Answers = Readonly<Record<string, string>>;
export type AnswerFault = { readonly path: string; readonly message: string };

function checkAxis(axis: FeedbackAxis, value: string | undefined): AnswerFault[] {
  const path = `answers.${axis.code}`;
  if (value === undefined) return axis.required ? [{ path, message: `请填写“${axis.label}”` }] : [];
  if (axis.values.some((item) => item.code === value)) return [];
  return [{ path, message: `“${axis.label}”只能选择：${axis.values.map((item) => item.label).join("、")}` }];
}

/** Axes on which the answer is one of dissatisfaction, in the order of the form. */
export function listDissatisfied(axes: readonly FeedbackAxis[], answers: Answers): FeedbackAxis[] {
  return axes.filter((axis) =>
    axis.values.some((item) => item.code === answers[axis.code] && item.attitude === "dissatisfied"),
  );
}

/** 重新办理 is ordered by dissatisfaction with the result; the attitude alone orders none. */
export function ordersRedo(axes: readonly FeedbackAxis[], answers: Answers): boolean {
  return listDissatisfied(axes, answers).some((axis) => axis.ordersRedo);
}

/** What is missing or wrong in a filled-in form; reasons are obligatory where any axis is 不满意 (上海 2015, 山东 2017). */
export function checkAnswers(axes: readonly FeedbackAxis[], answers: Answers, comment: string | null): AnswerFault[] {
  const known = new Set(axes.map((axis) => axis.code));
  const strange = Object.keys(answers).filter((code) => !known.has(code));
  const faults = [
    ...axes.flatMap((axis) => checkAxis(axis, answers[axis.code])),
    ...strange.map((code) => ({ path: `answers.${code}`, message: "表中没有这一项，请删去" })),
  ];
  const [first] = listDissatisfied(axes, answers);
  if (first && !comment?.trim()) {
    faults.push({ path: "comment", message: `“${first.label}”选择了不满意，请写明理由和具体要求` });
  }
  return faults;
}
