import type { components } from "../../api/types.gen.ts";

export type Form = components["schemas"]["FeedbackForm"];
type Axis = Form["axes"][number];
export type Answers = Readonly<Record<string, string>>;

/** The axis that still wants an answer. */
export function findOpenAxis(axes: readonly Axis[], answers: Answers): Axis | undefined {
  return axes.find(({ code, required }) => required && !answers[code]);
}

/** 不满意 somewhere: a word on why helps the next round, and some presets ask for it. */
export function isDissatisfied(axes: readonly Axis[], answers: Answers): boolean {
  return axes.some(({ code, values }) =>
    values.some((value) => value.code === answers[code] && value.attitude === "dissatisfied"),
  );
}
