import { findNextState } from "#domain/assignment/motion-steps.ts";
import type { MotionVerb } from "#domain/assignment/motion-steps.ts";
import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { ActAnswers } from "../../parts/act-fields.ts";
import { toMotionId } from "../../parts/motion-words.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { REASON, orNull, toUnitOptions } from "../../parts/record-act.ts";

export type MatterFile = components["schemas"]["MotionFile"];
type MatterAct = RecordAct<MatterFile>;

const of = ({ id, version }: MatterFile) => ({ path: { id }, header: { "If-Match": `"v${version}"` } });
const ofNew = (file: MatterFile) => ({ path: of(file).path, header: { ...of(file).header, ...newActKey() } });
const may =
  (verb: MotionVerb) =>
  ({ state }: MatterFile) =>
    findNextState(verb, state) !== undefined;
const toNames = (words: string | undefined) => (words ?? "").split(/[、，,\s]+/).filter((name) => name !== "");

const ADD_JOINT: MatterAct = {
  key: "joint",
  label: "增加会办单位",
  roles: ["office"],
  isOpen: may("deal"),
  fields: (_file, units) => [{ key: "unit", label: "会办单位", kind: "choice", options: toUnitOptions(units) }, REASON],
  deed: (file, { unit = "", reason = "" }) =>
    ask(api.POST("/api/motions/{id}/joint-units", { params: ofNew(file), body: { unit, reason } })),
};

function toKeyItem({ leader, meetingOn, chair, guests, note }: ActAnswers) {
  return {
    leader: orNull(leader),
    meetingOn: orNull(meetingOn),
    chair: orNull(chair),
    guests: toNames(guests),
    note: orNull(note),
  };
}

const SET_KEY: MatterAct = {
  key: "key-item",
  label: "重点督办",
  roles: ["office"],
  isOpen: may("mark"),
  lead: "列为重点督办件，登记领衔领导和专题面商会；已经列入的，在这里修改。",
  fields: ({ keyItem }) => [
    { key: "leader", label: "领衔督办领导", kind: "line", optional: true, initial: keyItem?.leader ?? "" },
    { key: "meetingOn", label: "专题面商会日期", kind: "date", optional: true, initial: keyItem?.meetingOn ?? "" },
    { key: "chair", label: "主持人", kind: "line", optional: true, initial: keyItem?.chair ?? "" },
    {
      key: "guests",
      label: "受邀人员",
      kind: "words",
      optional: true,
      initial: keyItem?.guests.join("、") ?? "",
      help: "多人用顿号隔开",
    },
    { key: "note", label: "说明", kind: "words", optional: true, initial: keyItem?.note ?? "" },
  ],
  deed: (file, answers) => ask(api.PUT("/api/motions/{id}/key-item", { params: of(file), body: toKeyItem(answers) })),
};

const CLEAR_KEY: MatterAct = {
  key: "clear-key",
  label: "不再列为重点",
  roles: ["office"],
  isOpen: (file) => file.isKeyItem && may("mark")(file),
  fields: () => [],
  deed: (file) => ask(api.DELETE("/api/motions/{id}/key-item", { params: of(file), body: {} })),
};

const MERGE: MatterAct = {
  key: "merge",
  label: "并案",
  roles: ["office"],
  isOpen: may("merge"),
  lead: "并入同一年度、同一类别的另一件，一并答复；本件各单位的办理随之终止。",
  fields: () => [{ key: "into", label: "并入哪一件", kind: "line", help: "如“第39号”" }, REASON],
  deed: (file, { into = "", reason = "" }) =>
    ask(api.POST("/api/motions/{id}/merge", { params: of(file), body: { into: toMotionId(into, file.id), reason } })),
};

const TRANSFER: MatterAct = {
  key: "transfer",
  label: "转办",
  roles: ["office"],
  isOpen: may("transfer"),
  lead: "不属于本级政府办理的，转有关机关；本件各单位的办理随之终止。",
  fields: () => [{ key: "to", label: "转往", kind: "line" }, REASON],
  deed: (file, { to = "", reason = "" }) =>
    ask(api.POST("/api/motions/{id}/transfer", { params: of(file), body: { to, reason } })),
};

const WITHDRAW: MatterAct = {
  key: "withdraw",
  label: "代表委员撤回",
  roles: ["office"],
  isOpen: may("withdraw"),
  lead: "代表、委员撤回建议提案的，办理即行终止，不能恢复。",
  fields: () => [REASON],
  deed: (file, { reason = "" }) =>
    ask(api.POST("/api/motions/{id}/withdraw", { params: ofNew(file), body: { reason } })),
};

/** What the office may do with the matter as a whole; dealing it out has a form of its own. */
export const MATTER_ACTS: readonly MatterAct[] = [ADD_JOINT, SET_KEY, CLEAR_KEY, MERGE, TRANSFER, WITHDRAW];
