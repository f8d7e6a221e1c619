import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { OwnScheme } from "#domain/scheme/own-scheme.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { FieldName } from "../../parts/merge-fields.ts";

/** 分类口径 of a year as it is edited; `startId`: the scheme that its words began from. */
export type SchemeForm = OwnScheme & { kinds: MotionKind[]; startId: string };

export const SCHEME_NAMES: readonly FieldName<SchemeForm>[] = [
  { key: "kinds", label: "用于", show: ({ kinds }) => kinds.map((kind) => KIND_WORDS[kind].label).join("、") },
  { key: "startId", label: "从哪种口径开始" },
  { key: "name", label: "口径名称" },
  { key: "source", label: "出处" },
  {
    key: "classes",
    label: "各类",
    show: ({ classes }) => classes.map(({ code, label, definition }) => `${code}　${label}：${definition}`).join("；"),
  },
];

/** Presets, and what years wrote for themselves; before the first year nothing is stored. */
export function listOffered(stored: readonly Scheme[]): Scheme[] {
  return [...SCHEME_PRESETS.filter(({ id }) => !stored.some((one) => one.id === id)), ...stored];
}

/** The words of a scheme, to be changed; how a class looks follows from what it means. */
export function toWords({ name, source, classes }: Scheme): OwnScheme {
  const words = classes.map(({ code, label, definition, canonical, countsAsResolved, needsFollowUp }) => {
    return { code, label, definition, canonical: [...canonical], countsAsResolved, needsFollowUp };
  });
  return { name, source, classes: words };
}

/** What the year goes by now, with the kinds that share the first one's scheme. */
export function startSchemeForm(
  kinds: readonly { readonly kind: MotionKind; readonly schemeId: string }[],
  offered: readonly Scheme[],
): SchemeForm {
  const startId = kinds[0]?.schemeId ?? "";
  const scheme = offered.find(({ id }) => id === startId);
  const words = scheme ? toWords(scheme) : { name: "", source: "", classes: [] };
  return { ...words, startId, kinds: kinds.filter((one) => one.schemeId === startId).map(({ kind }) => kind) };
}

/** The first letter that no class has yet. */
export function addClass(classes: OwnScheme["classes"]): OwnScheme["classes"] {
  const code = [..."ABCDEFGH"].find((letter) => !classes.some((one) => one.code === letter)) ?? "";
  const words = { label: "", definition: "", canonical: [] };
  return [...classes, { code, ...words, countsAsResolved: false, needsFollowUp: false }];
}

/** What the API takes: a scheme that is there as it stands, or the words that were written. */
export function toSchemeChoice({ kinds, startId, ...own }: SchemeForm, offered: readonly Scheme[]) {
  const start = offered.find(({ id }) => id === startId);
  const isAsItStands =
    start &&
    JSON.stringify(toWords(start)) === JSON.stringify({ name: own.name, source: own.source, classes: own.classes });
  return isAsItStands ? { kinds, schemeId: startId } : { kinds, own };
}
