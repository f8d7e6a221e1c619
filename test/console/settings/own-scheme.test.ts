import { expect, test } from "vitest";
import { SchemeChoice } from "#services/campaigns/set-scheme.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import {
  addClass,
  listOffered,
  startSchemeForm,
  toSchemeChoice,
} from "../../../src/console/desks/settings/own-scheme.ts";

const offered = listOffered([]);
const KINDS = [
  { kind: "suggestion", schemeId: "zhanyi-2023" },
  { kind: "proposal", schemeId: "zhanyi-2023" },
] as const;

test("what was not touched is chosen, what was is sent as one's own", () => {
  const form = startSchemeForm(KINDS, offered);
  expect(toSchemeChoice(form, offered)).toEqual({ kinds: ["suggestion", "proposal"], schemeId: "zhanyi-2023" });
  const [first, ...rest] = form.classes;
  if (!first) throw new Error("no class");
  const mine = { ...form, source: "云政办〔2027〕3号", classes: [{ ...first, label: "已经办成" }, ...rest] };
  const choice = SchemeChoice.parse(toSchemeChoice(mine, offered));
  expect(choice.own).toMatchObject({ source: "云政办〔2027〕3号", classes: [{ label: "已经办成" }, {}, {}] });
  expect(choice.schemeId).toBeUndefined();
});

test("a new class takes the next letter; kinds of another scheme are left alone; presets stand but once", () => {
  const form = startSchemeForm([KINDS[0], { kind: "proposal", schemeId: "suzhou-2024" }], offered);
  expect(form.kinds).toEqual(["suggestion"]);
  expect(addClass(form.classes).map(({ code }) => code)).toEqual(["A", "B", "C", "D"]);
  expect(addClass(form.classes.slice(1)).map(({ code }) => code)).toEqual(["B", "C", "A"]);
  expect(listOffered(SCHEME_PRESETS.slice(0, 1)).length).toBe(SCHEME_PRESETS.length);
});
