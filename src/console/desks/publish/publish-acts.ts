import { WITHDRAWAL_LABELS, WITHDRAWAL_WAYS } from "#domain/handling/withdrawal.ts";
import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import { toMotionId } from "../../parts/motion-words.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { REASON } from "../../parts/record-act.ts";
import { withStepUp } from "../../session/step-up.ts";

export type Reply = components["schemas"]["Reply"];
type Verb = Reply["verbs"][number]["verb"];

const of = ({ id, version }: Reply) => ({ path: { id }, header: { "If-Match": `"v${version}"` } });
const ofNew = (reply: Reply) => ({ path: of(reply).path, header: { ...of(reply).header, ...newActKey() } });
const may =
  (verb: Verb) =>
  ({ verbs }: Reply) =>
    verbs.some((one) => one.verb === verb && one.refusal === null);

/** Why publishing is not open to this person now; undefined where it is, or is no question here. */
export function findRefusal({ verbs, edition, publication }: Reply): string | undefined {
  if (publication.state === "published" && publication.liveEdition === edition?.number) return undefined;
  return verbs.find(({ verb }) => verb === "publish")?.refusal?.message;
}

/** Something is being worked on that is neither public nor withheld. */
const isRushable = ({ edition, disclosure, verbs, publication }: Reply) =>
  edition !== null &&
  disclosure !== null &&
  disclosure.mode !== "none" &&
  publication.liveEdition !== edition.number &&
  !verbs.some(({ verb }) => verb === "publish");

const PUBLISH: RecordAct<Reply> = {
  key: "publish",
  label: "公开",
  isNext: true,
  roles: ["office", "unit"],
  isOpen: may("publish"),
  lead: "公开以后，任何人都能在公开网站上看到左边这一页。时间以服务器为准，不能再改。",
  fields: () => [],
  deed: (reply) => withStepUp(() => ask(api.POST("/api/replies/{id}/publish", { params: ofNew(reply), body: {} }))),
};

const RUSH: RecordAct<Reply> = {
  key: "emergency",
  label: "紧急公开",
  roles: ["office"],
  isOpen: isRushable,
  lead: "未经审核定稿先行公开，只用于情况紧急。内容检查照常进行；公开后列入紧急公开清单，直到另一位同志补签。",
  fields: () => [{ ...REASON, help: "不少于 10 字" }],
  deed: (reply, { reason = "" }) =>
    withStepUp(() => ask(api.POST("/api/replies/{id}/publish-emergency", { params: ofNew(reply), body: { reason } }))),
};

const CORRECT: RecordAct<Reply> = {
  key: "correct",
  label: "更正",
  roles: ["office", "unit"],
  isOpen: may("correct"),
  lead: "另起一稿，经审核定稿后公开；在此之前，现在的一稿照旧公开。更正说明随新的一稿公开。",
  fields: () => [
    { key: "note", label: "更正说明", kind: "words", help: "说明改了什么、为什么改，读者会看到" },
    {
      key: "changes",
      label: "更正前后的文字",
      kind: "choice",
      initial: "hidden",
      help: "原文有不应公开的内容时，不要对照公开",
      options: [
        { value: "hidden", label: "不对照公开，只公开更正后的文字" },
        { value: "shown", label: "对照公开，读者能看到改了哪些字" },
      ],
    },
  ],
  deed: (reply, { note = "", changes }) => {
    const body = { note, showsChanges: changes === "shown" };
    return ask(api.POST("/api/replies/{id}/correct", { params: of(reply), body }));
  },
};

const WAY_LABELS = { ...WITHDRAWAL_LABELS, merged: "并入另一件答复" } as const;

const WITHDRAW: RecordAct<Reply> = {
  key: "withdraw",
  label: "撤回",
  roles: ["office"],
  isOpen: may("withdraw"),
  lead: "撤回后，网页立即不能阅读，随后的发布把它从网页、检索和开放数据中去掉，原地址只留日期和撤回种类。",
  fields: () => [
    {
      key: "kind",
      label: "撤回种类（读者会看到）",
      kind: "choice",
      options: WITHDRAWAL_WAYS.map((way) => ({ value: way, label: WAY_LABELS[way] })),
    },
    {
      key: "into",
      label: "并入哪一件",
      kind: "line",
      onlyWith: { key: "kind", value: "merged" },
      help: "如“第39号”，不同年度或类别的写全，如“2025年第39号提案”；那一件应当有已公开的答复，读者由原地址转到那里",
    },
    { ...REASON, help: "只在内部留存" },
  ],
  deed: (reply, { kind: given, reason = "", into = "" }) => {
    const kind = WITHDRAWAL_WAYS.find((one) => one === given) ?? "withdrawn";
    const body = kind === "merged" ? { kind, reason, into: toMotionId(into, reply.motion.id) } : { kind, reason };
    return withStepUp(() => ask(api.POST("/api/replies/{id}/withdraw", { params: ofNew(reply), body })));
  },
};

export const PUBLISH_ACTS: readonly RecordAct<Reply>[] = [PUBLISH, RUSH, CORRECT, WITHDRAW];
