import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { RecordAct } from "../../parts/record-act.ts";

export type Votes = components["schemas"]["Votes"];

const COUNTS = [
  ["issued", "发出票数"],
  ["returned", "收回票数"],
  ["satisfied", "满意"],
  ["basicallySatisfied", "基本满意"],
  ["dissatisfied", "不满意"],
] as const;

export const VOTE_ACTS: readonly RecordAct<Votes>[] = [
  {
    key: "record",
    label: "登记测评",
    roles: ["office"],
    isOpen: () => true,
    lead: "人大常委会、政协对这一件办理情况的测评结果；与代表、委员本人的反馈分开记。",
    fields: () => [
      { key: "body", label: "测评机关", kind: "line" },
      { key: "heldOn", label: "测评日期", kind: "date" },
      ...COUNTS.map(([key, label]) => ({ key, label, kind: "number" as const })),
    ],
    deed: ({ motionId, version }, { body = "", heldOn = "", ...answers }) => {
      const count = (key: (typeof COUNTS)[number][0]) => Number(answers[key]);
      const sent = {
        body,
        heldOn,
        issued: count("issued"),
        returned: count("returned"),
        satisfied: count("satisfied"),
        basicallySatisfied: count("basicallySatisfied"),
        dissatisfied: count("dissatisfied"),
      };
      const params = { path: { id: motionId }, header: { "If-Match": `"v${version}"` } };
      return ask(api.POST("/api/motions/{id}/votes", { params, body: sent }));
    },
  },
];
