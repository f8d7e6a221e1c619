import { DUTY_LABELS, PERSON_DUTIES } from "#domain/assignment/motion-state.ts";
import { ask, newActKey } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { ActAnswers, ActField } from "../../parts/act-fields.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { orNull } from "../../parts/record-act.ts";

export type Person = components["schemas"]["UnitPerson"];

/** What is said of one who is on duty. */
export function personFields(person?: Person): ActField[] {
  return [
    {
      key: "duty",
      label: "职责",
      kind: "choice",
      options: PERSON_DUTIES.map((duty) => ({ value: duty, label: DUTY_LABELS[duty] })),
      initial: person?.duty ?? "liaison",
    },
    { key: "name", label: "姓名", kind: "line", initial: person?.name ?? "" },
    { key: "title", label: "职务", kind: "line", optional: true, initial: person?.title ?? "" },
    { key: "phone", label: "电话", kind: "line", optional: true, initial: person?.phone ?? "" },
  ];
}

export function toPersonBody({ duty = "", name = "", title, phone }: ActAnswers) {
  const known = PERSON_DUTIES.find((one) => one === duty) ?? ("liaison" as const);
  return { duty: known, name: name.trim(), title: orNull(title), phone: orNull(phone) };
}

/** Throws ApiProblem. */
export function addPerson(unit: string, answers: ActAnswers): Promise<unknown> {
  const body = { unit, ...toPersonBody(answers) };
  return ask(api.POST("/api/people", { params: { header: newActKey() }, body }));
}

export const PERSON_ACTS: readonly RecordAct<Person>[] = [
  {
    key: "change",
    label: "更新",
    roles: ["office", "unit"],
    isOpen: () => true,
    lead: "离任的填写最后在任的日期，记录仍保留。",
    fields: (one) => [
      ...personFields(one),
      { key: "endedOn", label: "离任日期", kind: "date", optional: true, initial: one.endedOn ?? "" },
    ],
    deed: ({ id, version }, answers) => {
      const params = { path: { id }, header: { "If-Match": `"v${version}"` } };
      const body = { ...toPersonBody(answers), endedOn: orNull(answers["endedOn"]) };
      return ask(api.PUT("/api/people/{id}", { params, body }));
    },
  },
];
