import { COMMITMENT_EVENT_KINDS, COMMITMENT_EVENT_LABELS } from "#domain/commitment/commitment-kinds.ts";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { REASON, orNull } from "../../parts/record-act.ts";

export type Commitment = components["schemas"]["Commitment"];

const of = ({ id, version }: Commitment) => ({ path: { id }, header: { "If-Match": `"v${version}"` } });
/** The last report waits where it changes something and nobody has judged it. */
const waits = ({ events }: Commitment) => {
  const last = events.at(-1);
  return last !== undefined && last.kind !== "progress" && last.approved === null && last.declined === null;
};

export const COMMITMENT_ACTS: readonly RecordAct<Commitment>[] = [
  {
    key: "approve",
    label: "认可报告",
    isNext: true,
    roles: ["office"],
    isOpen: waits,
    lead: "认可以后，最近一次报告的兑现、调整或者不再实施即生效。",
    fields: () => [],
    deed: (one) => ask(api.POST("/api/commitments/{id}/approve", { params: of(one), body: {} })),
  },
  {
    key: "decline",
    label: "不予认可",
    roles: ["office"],
    isOpen: waits,
    fields: () => [REASON],
    deed: (one, { reason = "" }) =>
      ask(api.POST("/api/commitments/{id}/decline", { params: of(one), body: { reason } })),
  },
  {
    key: "report",
    label: "报告情况",
    roles: ["office", "unit"],
    isOpen: ({ state }) => state === "open" || state === "changed",
    lead: "进展随时可以报告；兑现、调整、不再实施，经另一位同志认可后生效。",
    fields: () => [
      {
        key: "kind",
        label: "报告什么",
        kind: "choice",
        initial: "progress",
        options: COMMITMENT_EVENT_KINDS.map((kind) => ({ value: kind, label: COMMITMENT_EVENT_LABELS[kind] })),
      },
      { key: "happenedOn", label: "日期", kind: "date" },
      { key: "note", label: "情况", kind: "words" },
      {
        key: "evidence",
        label: "依据",
        kind: "words",
        optional: true,
        help: "兑现、调整、不再实施的，必须写明事实和材料",
      },
      { key: "newDueOn", label: "新的期限", kind: "date", optional: true, help: "只有调整时填写" },
    ],
    deed: (one, { kind: given, happenedOn = "", note = "", evidence, newDueOn }) => {
      const kind = COMMITMENT_EVENT_KINDS.find((known) => known === given) ?? "progress";
      const body = { kind, happenedOn, note, evidence: orNull(evidence), newDueOn: orNull(newDueOn) };
      return ask(api.POST("/api/commitments/{id}/report", { params: of(one), body }));
    },
  },
];
