import { UNIT_KIND_LABELS, UNIT_KINDS } from "#domain/unit/unit.ts";
import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { ActAnswers, ActField } from "../../parts/act-fields.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { orNull } from "../../parts/record-act.ts";

export type Unit = components["schemas"]["Unit"];

export const spellingsOf = ({ otherNames }: Unit) =>
  otherNames.filter(({ usedUntil }) => usedUntil === null).map(({ name }) => name);
export const formerNamesOf = ({ otherNames }: Unit) => otherNames.filter(({ usedUntil }) => usedUntil !== null);

export function unitFields(unit?: Unit): ActField[] {
  return [
    { key: "fullName", label: "全称", kind: "line", initial: unit?.fullName ?? "", help: "印在答复上的名称。" },
    { key: "shortName", label: "简称", kind: "line", initial: unit?.shortName ?? "" },
    {
      key: "kind",
      label: "种类",
      kind: "choice",
      options: UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_LABELS[kind] })),
      initial: unit?.kind ?? "bureau",
    },
    { key: "phone", label: "公开电话", kind: "line", optional: true, initial: unit?.phone ?? "" },
    {
      key: "aliases",
      label: "其他写法",
      kind: "words",
      optional: true,
      initial: unit ? spellingsOf(unit).join("\n") : "",
      help: "分配表中可能出现的写法，一行一个；改掉的名称自动留作曾用名，不用写。",
    },
    { key: "startedOn", label: "设立日期", kind: "date", optional: true, initial: unit?.startedOn ?? "" },
  ];
}

export function toUnitBody(answers: ActAnswers) {
  const { fullName = "", shortName = "", kind = "", phone, aliases = "", startedOn, endedOn } = answers;
  return {
    fullName: fullName.trim(),
    shortName: shortName.trim(),
    kind: UNIT_KINDS.find((one) => one === kind) ?? ("bureau" as const),
    phone: orNull(phone),
    aliases: aliases
      .split("\n")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    startedOn: orNull(startedOn),
    endedOn: orNull(endedOn),
  };
}

/** Throws ApiProblem. */
export function addUnit({ code = "", ...answers }: ActAnswers): Promise<unknown> {
  const body = { code: code.trim(), ...toUnitBody(answers) };
  return ask(api.POST("/api/units", { params: { header: newActKey() }, body }));
}

export const UNIT_ACTS: readonly RecordAct<Unit>[] = [
  {
    key: "change",
    label: "修改",
    roles: ["office", "admin"],
    isOpen: () => true,
    lead: "机构改革中改名的，在这里改名；撤销、并入其他单位的，先改派手上的件，再填撤销日期。",
    fields: (one) => [
      ...unitFields(one),
      { key: "endedOn", label: "撤销日期", kind: "date", optional: true, initial: one.endedOn ?? "" },
    ],
    deed: ({ code, version }, answers) => {
      const params = { path: { code }, header: { "If-Match": `"v${version}"` } };
      return ask(api.PUT("/api/units/{code}", { params, body: toUnitBody(answers) }));
    },
  },
];
