import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { ActAnswers } from "../../parts/act-fields.ts";
import type { RecordAct } from "../../parts/record-act.ts";

export type ReturnReason = components["schemas"]["ReturnReason"];

const of = ({ code, version }: ReturnReason) => ({ path: { code }, header: { "If-Match": `"v${version}"` } });
const change = (one: ReturnReason, next: Partial<Pick<ReturnReason, "text" | "position" | "retired">>) => {
  const { text, position, retired } = { ...one, ...next };
  return ask(api.PUT("/api/return-reasons/{code}", { params: of(one), body: { text, position, retired } }));
};

export const REASON_ACTS: readonly RecordAct<ReturnReason>[] = [
  {
    key: "change",
    label: "修改",
    roles: ["office"],
    isOpen: () => true,
    lead: "以前退回时已经选用的，保留当时的文字。",
    fields: ({ text, position }) => [
      { key: "text", label: "理由", kind: "line", initial: text },
      { key: "position", label: "次序", kind: "number", initial: String(position) },
    ],
    deed: (one, { text = "", position = "" }) => change(one, { text, position: Number(position) }),
  },
  {
    key: "retire",
    label: "停用",
    roles: ["office"],
    isOpen: ({ retired }) => !retired,
    lead: "停用后退回时不再列出；以前的记录不变。",
    fields: () => [],
    deed: (one) => change(one, { retired: true }),
  },
  {
    key: "revive",
    label: "重新启用",
    roles: ["office"],
    isOpen: ({ retired }) => retired,
    fields: () => [],
    deed: (one) => change(one, { retired: false }),
  },
];

/** Throws ApiProblem. */
export function addReason({ code = "", text = "" }: ActAnswers, position: number): Promise<unknown> {
  const body = { code: code.trim(), text: text.trim(), position };
  return ask(api.POST("/api/return-reasons", { params: { header: newActKey() }, body }));
}
