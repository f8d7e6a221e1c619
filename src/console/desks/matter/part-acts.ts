import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { mayExtend, mayReassign } from "#domain/assignment/stages.ts";
import { REASON, orNull, toUnitOptions } from "../../parts/record-act.ts";

export type Handling = components["schemas"]["Handling"];
type State = Handling["state"];
type PartAct = RecordAct<Handling>;

const inState =
  (...states: readonly State[]) =>
  ({ state }: Handling) =>
    states.includes(state);
const of = ({ id, version }: Handling) => ({ path: { id }, header: { "If-Match": `"v${version}"` } });
const ofNew = (part: Handling) => ({ path: of(part).path, header: { ...of(part).header, ...newActKey() } });
const openObjection = ({ objections }: Handling) => objections.some(({ decision }) => decision === null);
const openExtension = ({ extensions }: Handling) => extensions.some(({ decision }) => decision === null);
const UNDER_WAY = inState("signed", "handling", "unit_review", "submitted", "approved");

const OBJECT: PartAct = {
  key: "object",
  label: "提出异议",
  roles: ["unit"],
  isOpen: inState("pre_assigned", "assigned", "signed"),
  lead: "不属于本单位职责的，写明理由和建议的承办单位，由政府办公室决定；不得自行转送。",
  fields: (_part, units) => [
    REASON,
    { key: "suggestedUnit", label: "建议的承办单位", kind: "choice", optional: true, options: toUnitOptions(units) },
  ],
  deed: (part, { reason = "", suggestedUnit }) =>
    ask(
      api.POST("/api/assignments/{id}/object", {
        params: of(part),
        body: { reason, suggestedUnit: orNull(suggestedUnit) },
      }),
    ),
};

const SIGN: PartAct = {
  key: "sign",
  label: "签收",
  isNext: true,
  roles: ["unit"],
  isOpen: inState("assigned"),
  fields: () => [],
  deed: (part) => ask(api.POST("/api/assignments/{id}/sign", { params: of(part), body: {} })),
};

const DECIDE_OBJECTION: PartAct = {
  key: "decide-objection",
  label: "答复异议",
  roles: ["office"],
  isOpen: openObjection,
  fields: (_part, units) => [
    {
      key: "decision",
      label: "决定",
      kind: "choice",
      options: [
        { value: "upheld", label: "采纳，改派其他单位" },
        { value: "refused", label: "不采纳，由原单位继续办理" },
      ],
    },
    {
      key: "toUnit",
      label: "改派单位",
      kind: "choice",
      optional: true,
      options: toUnitOptions(units),
      help: "采纳时填写",
    },
    REASON,
  ],
  deed: (part, { decision, reason = "", toUnit }) => {
    const body = { decision: decision === "upheld" ? ("upheld" as const) : ("refused" as const), reason };
    return ask(
      api.POST("/api/assignments/{id}/objection-decision", {
        params: of(part),
        body: { ...body, toUnit: orNull(toUnit) },
      }),
    );
  },
};

const EXTEND: PartAct = {
  key: "extend",
  label: "申请延期",
  roles: ["unit"],
  isOpen: (part) => mayExtend(part.state) && part.role !== "joint" && !openExtension(part),
  fields: ({ replyAtMost }) => [
    {
      key: "newDueOn",
      label: "延期到",
      kind: "date",
      ...(replyAtMost ? { help: `按规定不得超过 ${replyAtMost}` } : {}),
    },
    REASON,
  ],
  deed: (part, { newDueOn = "", reason = "" }) =>
    ask(api.POST("/api/assignments/{id}/extensions", { params: ofNew(part), body: { newDueOn, reason } })),
};

const DECIDE_EXTENSION: PartAct = {
  key: "decide-extension",
  label: "审批延期",
  roles: ["office"],
  isOpen: openExtension,
  fields: () => [
    {
      key: "decision",
      label: "决定",
      kind: "choice",
      options: [
        { value: "granted", label: "同意" },
        { value: "refused", label: "不同意" },
      ],
    },
    { ...REASON, optional: true, help: "不同意的，写明理由" },
  ],
  deed: (part, { decision, reason }) => {
    const words = orNull(reason);
    const body = { decision: decision === "granted" ? ("granted" as const) : ("refused" as const) };
    return ask(
      api.POST("/api/assignments/{id}/extension-decision", {
        params: of(part),
        body: words === null ? body : { ...body, reason: words },
      }),
    );
  },
};

const WAIVE_MEETING: PartAct = {
  key: "waive-meeting",
  label: "说明未面商的理由",
  roles: ["unit", "office"],
  isOpen: (part) => UNDER_WAY(part) && part.role !== "joint" && !part.meeting.held && part.meeting.waiver === null,
  fields: () => [REASON],
  deed: (part, { reason = "" }) =>
    ask(api.PUT("/api/assignments/{id}/meeting-waiver", { params: of(part), body: { reason } })),
};

const TELL_EXTENSION: PartAct = {
  key: "tell-extension",
  label: "登记延期已告知",
  roles: ["unit", "office"],
  isOpen: ({ extensions }) => extensions.some(({ decision, toldOn }) => decision === "granted" && toldOn === null),
  lead: "延期获准后，应当告知代表、委员。",
  fields: () => [{ key: "toldOn", label: "告知日期", kind: "date" }],
  deed: (part, { toldOn = "" }) => {
    const seq = part.extensions.findLast((one) => one.decision === "granted" && one.toldOn === null)?.seq ?? 0;
    const { path, header } = of(part);
    return ask(
      api.POST("/api/assignments/{id}/extensions/{seq}/told", {
        params: { path: { ...path, seq }, header },
        body: { toldOn },
      }),
    );
  },
};

const REASSIGN: PartAct = {
  key: "reassign",
  label: "改派",
  roles: ["office"],
  isOpen: ({ state }) => mayReassign(state),
  lead: "改由其他单位办理，期限从改派之日起重新计算；原单位的办理随之终止。",
  fields: (_part, units) => [
    { key: "toUnit", label: "改派单位", kind: "choice", options: toUnitOptions(units) },
    REASON,
  ],
  deed: (part, { toUnit = "", reason = "" }) =>
    ask(api.POST("/api/assignments/{id}/reassign", { params: of(part), body: { toUnit, reason } })),
};

const REMOVE: PartAct = {
  key: "remove",
  label: "不再会办",
  roles: ["office"],
  isOpen: (part) => part.role === "joint" && !inState("objected", "withdrawn", "pre_assigned")(part),
  fields: () => [REASON],
  deed: (part, { reason = "" }) =>
    ask(api.POST("/api/assignments/{id}/remove", { params: of(part), body: { reason } })),
};

const CLOSE: PartAct = {
  key: "close",
  label: "办结",
  roles: ["office"],
  isOpen: inState("replied"),
  lead: "答复已经发出、代表委员的意见已经收回的，办结；意见没有收回的，写明理由。",
  fields: () => [{ ...REASON, optional: true }],
  deed: (part, { reason }) =>
    ask(api.POST("/api/assignments/{id}/close", { params: of(part), body: { reason: orNull(reason) } })),
};

/** In the order in which they come up. */
export const PART_ACTS: readonly PartAct[] = [
  SIGN,
  OBJECT,
  DECIDE_OBJECTION,
  EXTEND,
  DECIDE_EXTENSION,
  TELL_EXTENSION,
  WAIVE_MEETING,
  REASSIGN,
  REMOVE,
  CLOSE,
];
