import { z } from "zod";
import { OUTCOME_LABELS, Outcome } from "./outcome.ts";
import { SCHEME_PRESETS } from "./presets.ts";
import type { ClassTone, Scheme, SchemeClass } from "./scheme.ts";

/** What the mark of a letter is read as (exchange/docx/letter-mark.ts). */
const ClassCode = z.string().regex(/^[A-Z甲乙丙丁]$/u, "类别用一个大写字母，或者甲、乙、丙、丁");
const line = (most: number, what: string) =>
  z.string().trim().min(2, `${what}至少写 2 个字`).max(most, `${what}请控制在 ${most} 字以内`);

const OwnClass = z.strictObject({
  code: ClassCode,
  label: line(30, "名称"),
  definition: line(200, "含义"),
  canonical: z
    .array(Outcome)
    .min(1, "请选择这一类是什么结果")
    .refine((all) => new Set(all).size === all.length, "同一种结果只选一次"),
  countsAsResolved: z.boolean(),
  needsFollowUp: z.boolean(),
});

const DONE: readonly Outcome[] = ["resolved", "adopted", "partly_resolved"];

type Fault = { readonly path: (string | number)[]; readonly message: string };

/** What cannot be of the classes together. */
function listClassFaults(classes: readonly z.infer<typeof OwnClass>[]): Fault[] {
  const faults = classes.flatMap(({ code, label, canonical, countsAsResolved }, at): Fault[] => {
    const open = canonical.filter((outcome) => !DONE.includes(outcome)).map((outcome) => OUTCOME_LABELS[outcome]);
    const isTaken = (key: "code" | "label", value: string) => classes.slice(0, at).some((one) => one[key] === value);
    return [
      ...(isTaken("code", code) ? [{ path: [at, "code"], message: `已有${code}类，每类只写一次` }] : []),
      ...(isTaken("label", label) ? [{ path: [at, "label"], message: `已有名称为“${label}”的一类，请写出区别` }] : []),
      ...(countsAsResolved && open.length > 0
        ? [{ path: [at, "countsAsResolved"], message: `“${open.join("”“")}”还没有解决，这一类不能计入已解决` }]
        : []),
    ];
  });
  if (classes.some((one) => one.countsAsResolved)) return faults;
  return [...faults, { path: [], message: "至少应有一类计入已解决，否则无法计算解决率" }];
}

/** 本级自定的分类口径, as its notice words it. */
export const OwnScheme = z
  .strictObject({
    name: line(40, "口径名称"),
    source: line(120, "出处"),
    classes: z.array(OwnClass).min(2, "至少应有两类").max(8, "最多 8 类"),
  })
  .superRefine(({ classes, source }, check) => {
    for (const { path, message } of listClassFaults(classes)) {
      check.addIssue({ code: "custom", path: ["classes", ...path], message });
    }
    const preset = SCHEME_PRESETS.find((one) => one.source === source);
    if (!preset) return;
    const message = `这是“${preset.name}”的出处，请改写本年度通知或者制度的名称、文号`;
    check.addIssue({ code: "custom", path: ["source"], message });
  });
export type OwnScheme = z.infer<typeof OwnScheme>;

/** How a class looks follows from what it means; what is left open joins no brighter one. */
export function toTone(canonical: readonly Outcome[]): ClassTone {
  if (canonical.every((outcome) => DONE.includes(outcome))) return "done";
  if (canonical.includes("planned")) return "planned";
  return canonical.includes("in_progress") ? "moving" : "reference";
}

/** `id`: of these very words, for a scheme in use is never edited. */
export function toScheme(id: string, { name, source, classes }: OwnScheme): Scheme {
  return { id, name, source, classes: classes.map((one) => ({ ...one, tone: toTone(one.canonical) })) };
}

const OWN_ID = "own-";
export const toOwnId = (digest: string): string => `${OWN_ID}${digest.slice(0, 12)}`;
export const isOwnId = (id: string): boolean => id.startsWith(OWN_ID);

const sign = (classes: readonly SchemeClass[]) =>
  JSON.stringify(
    classes.map((one) => [
      one.code,
      one.label,
      one.definition,
      one.canonical.toSorted(),
      one.countsAsResolved,
      one.needsFollowUp,
    ]),
  );

/** The one among others that has the very same classes: a year that goes by it stays comparable with the years before. */
export function findSame(scheme: Scheme, others: readonly Scheme[]): Scheme | undefined {
  return others.find((other) => other.id !== scheme.id && sign(other.classes) === sign(scheme.classes));
}
