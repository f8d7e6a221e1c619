import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { ActAnswers, ActField } from "../../parts/act-fields.ts";
import type { Campaign } from "../../parts/campaigns.ts";

/** What is asked of one matter that is registered by hand, as one that came between the sessions. */
export function registerFields(campaigns: readonly Campaign[]): ActField[] {
  const open = campaigns.filter(({ stage }) => stage === "preparing" || stage === "open");
  const kinds = MOTION_KINDS.filter((kind) => open.some((one) => one.kinds.some((each) => each.kind === kind)));
  const option = (value: string, label: string) => ({ value, label });
  return [
    {
      key: "campaign",
      label: "年度",
      kind: "choice",
      initial: open[0]?.id ?? "",
      options: open.map(({ id, name }) => option(id, name)),
    },
    {
      key: "kind",
      label: "类别",
      kind: "choice",
      initial: kinds[0] ?? "",
      options: kinds.map((kind) => option(kind, KIND_WORDS[kind].longLabel)),
    },
    {
      key: "time",
      label: "提出时间",
      kind: "choice",
      initial: "session",
      options: [option("session", "会议期间"), option("between", "闭会期间（另行编号）")],
    },
    { key: "number", label: "编号", kind: "number" },
    { key: "title", label: "标题", kind: "line" },
    { key: "proposers", label: "领衔代表、第一提案人和联名人", kind: "words", help: "领衔的写在最前，用顿号隔开" },
    { key: "filerGroup", label: "代表团、界别", kind: "line", optional: true },
  ];
}

/** Registers it; deals it to nobody yet. Returns its id. Throws ApiProblem. */
export async function registerMotion(answers: ActAnswers): Promise<string> {
  const { campaign = "", kind, time, number = "", title = "", proposers = "", filerGroup } = answers;
  const body = {
    campaignId: campaign,
    kind: MOTION_KINDS.find((one) => one === kind) ?? ("suggestion" as const),
    number: Number(number),
    betweenSessions: time === "between",
    title: title.trim(),
    proposers: proposers.split(/[、，,\s]+/).filter((name) => name !== ""),
    filerGroup: filerGroup?.trim() ? filerGroup.trim() : null,
  };
  return (await ask(api.POST("/api/motions", { params: { header: newActKey() }, body }))).id;
}
