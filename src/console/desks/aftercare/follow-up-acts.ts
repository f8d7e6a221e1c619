import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { REASON } from "../../parts/record-act.ts";
import { withStepUp } from "../../session/step-up.ts";

export type FollowUpFile = components["schemas"]["FollowUps"];
export type FollowUp = FollowUpFile["followUps"][number];

const of = ({ assignmentId, version }: FollowUpFile) => ({
  path: { id: assignmentId },
  header: { "If-Match": `"v${version}"` },
});

/** The one that is being worked on. */
export function findOpen({ followUps }: FollowUpFile): FollowUp | undefined {
  return followUps.find(({ repliedOn }) => repliedOn === null);
}

const isSubmitted = (file: FollowUpFile) => Boolean(findOpen(file)?.submittedAt);

export const FOLLOW_UP_ACTS: readonly RecordAct<FollowUpFile>[] = [
  {
    key: "approve",
    label: "审核通过",
    isNext: true,
    roles: ["office"],
    isOpen: isSubmitted,
    lead: "分类有变化的，审核通过时改变。还要继续办理的，写明下一次续复的期限。",
    fields: () => [
      { key: "nextDueOn", label: "下一次续复的期限", kind: "date", optional: true, help: "不填的，按年度规定" },
    ],
    deed: (file, { nextDueOn }) =>
      ask(
        api.POST("/api/assignments/{id}/follow-ups/approve", {
          params: of(file),
          body: nextDueOn ? { nextDueOn } : {},
        }),
      ),
  },
  {
    key: "return",
    label: "退回",
    roles: ["office"],
    isOpen: isSubmitted,
    fields: () => [REASON],
    deed: (file, { reason = "" }) =>
      ask(api.POST("/api/assignments/{id}/follow-ups/return", { params: of(file), body: { reason } })),
  },
  {
    key: "publish",
    label: "公开续复",
    isNext: true,
    roles: ["office", "unit"],
    isOpen: ({ followUps }) =>
      followUps.some(({ repliedOn, publishedAt }) => repliedOn !== null && publishedAt === null),
    lead: "续复公开在原答复的网页上，读者能看到办到了哪一步。",
    fields: () => [],
    deed: (file) =>
      withStepUp(() =>
        ask(
          api.POST("/api/assignments/{id}/follow-ups/publish", {
            params: { path: of(file).path, header: { ...of(file).header, ...newActKey() } },
            body: {},
          }),
        ),
      ),
  },
  {
    key: "supplement",
    label: "补充答复",
    roles: ["office", "unit"],
    isOpen: (file) => findOpen(file) === undefined,
    lead: "答复以后有新的进展，另起一份补充答复。",
    fields: () => [{ key: "dueOn", label: "期限", kind: "date", optional: true }],
    deed: (file, { dueOn }) =>
      ask(api.POST("/api/assignments/{id}/follow-ups", { params: of(file), body: dueOn ? { dueOn } : {} })),
  },
];
