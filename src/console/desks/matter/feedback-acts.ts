import { CONSENTS } from "#domain/feedback/feedback-kinds.ts";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { ActAnswers, ActField } from "../../parts/act-fields.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { orNull } from "../../parts/record-act.ts";

export type Feedback = components["schemas"]["Feedback"];
type Consent = Feedback["rounds"][number]["consent"];

const of = ({ assignmentId, version }: Feedback) => ({
  path: { id: assignmentId },
  header: { "If-Match": `"v${version}"` },
});
const isOut = ({ rounds }: Feedback) => rounds.at(-1)?.filedAt === null;

export const CONSENT_LABELS: Readonly<Record<Consent, string>> = {
  yes: "同意公开",
  no: "不同意公开",
  not_asked: "没有表示",
};

function toFields({ axes }: Feedback): ActField[] {
  const asked = axes.map(({ code, label, required, values }): ActField => ({
    key: `axis-${code}`,
    label,
    kind: "choice",
    optional: !required,
    options: values.map((value) => ({ value: value.code, label: value.label })),
  }));
  return [
    ...asked,
    { key: "comment", label: "意见", kind: "words", optional: true },
    {
      key: "consent",
      label: "是否同意公开答复",
      kind: "choice",
      initial: "not_asked",
      options: Object.entries(CONSENT_LABELS).map(([value, label]) => ({ value, label })),
    },
  ];
}

function toForm({ axes }: Feedback, answers: ActAnswers) {
  const given = axes.flatMap(({ code }) => {
    const value = answers[`axis-${code}`];
    return value ? [[code, value] as const] : [];
  });
  const consent: Consent = CONSENTS.find((known) => known === answers["consent"]) ?? "not_asked";
  return { answers: Object.fromEntries(given), comment: orNull(answers["comment"]), consent };
}

/** The link itself is no such act: its answer is shown once and must stay on the screen. */
export const FEEDBACK_ACTS: readonly RecordAct<Feedback>[] = [
  {
    key: "ask",
    label: "发出反馈表",
    roles: ["office", "unit"],
    isOpen: (one) => !isOut(one),
    lead: "开始一轮征询。代表、委员可以填纸质表，也可以用一次性链接在手机上填写。",
    fields: () => [],
    deed: (one) => ask(api.POST("/api/assignments/{id}/feedback/ask", { params: of(one), body: {} })),
  },
  {
    key: "record",
    label: "登记反馈意见",
    isNext: true,
    roles: ["office"],
    isOpen: isOut,
    lead: "照纸质表登记。对办理结果不满意的，转为重新办理。",
    fields: toFields,
    deed: (one, answers) =>
      ask(api.POST("/api/assignments/{id}/feedback/record", { params: of(one), body: toForm(one, answers) })),
  },
  {
    key: "revoke",
    label: "作废链接",
    roles: ["office"],
    isOpen: ({ links }) => links.some(({ usedAt, revokedAt }) => usedAt === null && revokedAt === null),
    fields: () => [],
    deed: (one) => ask(api.POST("/api/assignments/{id}/feedback/links/revoke", { params: of(one), body: {} })),
  },
];

/** A link may be made while a round is out. */
export const mayLink = isOut;

/** Throws ApiProblem. */
export async function makeLink(one: Feedback, days: number) {
  return await ask(api.POST("/api/assignments/{id}/feedback/links", { params: of(one), body: { days } }));
}
