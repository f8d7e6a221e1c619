import { richTextOf } from "#domain/reply/rich-text.ts";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { REASON } from "../../parts/record-act.ts";
import { session } from "../../session/session.ts";

export type Opinion = components["schemas"]["JointOpinion"];

const of = ({ id, version }: Opinion) => ({ path: { id }, header: { "If-Match": `"v${version}"` } });
const isOwn = ({ unit }: Opinion) => session.value?.unitCode === unit.code;
const isThere = ({ assignmentState }: Opinion) => assignmentState !== "withdrawn";

export const OPINION_ACTS: readonly RecordAct<Opinion>[] = [
  {
    key: "give",
    label: "提出会办意见",
    isNext: true,
    roles: ["unit"],
    isOpen: (one) => isOwn(one) && isThere(one) && one.state === "asked",
    fields: () => [
      { key: "words", label: "会办意见", kind: "words", help: "每段一行；只供主办单位办理时使用，不公开" },
    ],
    deed: (one, { words = "" }) =>
      ask(api.PUT("/api/opinions/{id}", { params: of(one), body: { body: richTextOf(words.split(/\n+/)) } })),
  },
  {
    key: "ask",
    label: "征求会办意见",
    roles: ["unit", "office"],
    isOpen: (one) => !isOwn(one) && isThere(one) && one.state !== "asked",
    fields: () => [{ key: "dueOn", label: "期限", kind: "date", optional: true, help: "不填的，按年度规定" }],
    deed: (one, { dueOn }) =>
      ask(api.POST("/api/opinions/{id}/ask", { params: of(one), body: dueOn ? { dueOn } : {} })),
  },
  {
    key: "waive",
    label: "免予提出",
    roles: ["unit", "office"],
    isOpen: (one) => !isOwn(one) && isThere(one) && (one.state === null || one.state === "asked"),
    fields: () => [REASON],
    deed: (one, { reason = "" }) => ask(api.POST("/api/opinions/{id}/waive", { params: of(one), body: { reason } })),
  },
];
