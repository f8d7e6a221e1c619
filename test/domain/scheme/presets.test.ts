import { describe, expect, it } from "vitest";
import { Scheme, findClass } from "#domain/scheme/scheme.ts";
import { SCHEME_PRESETS, findPreset } from "#domain/scheme/presets.ts";

function classOf(schemeId: string, code: string) {
  const scheme = findPreset(schemeId);
  return scheme && findClass(scheme, code);
}

describe("class schemes", () => {
  it.each(SCHEME_PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s is whole and names its source",
    (_, preset) => {
      expect(Scheme.parse(preset)).toEqual(preset);
      const codes = preset.classes.map((item) => item.code);
      expect(new Set(codes).size).toBe(codes.length);
    },
  );

  it("has 采纳 in class A of 沾益 2023 and in class B of 宿州 2024", () => {
    expect(classOf("zhanyi-2023", "A")?.canonical).toContain("adopted");
    expect(classOf("suzhou-2024", "A")?.canonical).not.toContain("adopted");
    expect(classOf("suzhou-2024", "B")?.canonical).toContain("adopted");
  });

  it("has C as 留作参考 among three classes and as 列入计划 among four", () => {
    expect(classOf("zhanyi-2023", "C")?.canonical).toContain("reference");
    expect(classOf("four-class", "C")?.canonical).toEqual(["planned"]);
    expect(classOf("four-class", "D")?.canonical).toContain("reference");
  });

  it("knows no class that the scheme does not print", () => {
    expect(classOf("suzhou-2024", "C")).toBeUndefined();
    expect(classOf("jia-yi-bing", "A")).toBeUndefined();
  });

  it("asks for follow-up exactly where something is promised", () => {
    for (const { classes } of SCHEME_PRESETS) {
      for (const item of classes) {
        const promises = item.canonical.includes("planned") || item.canonical.includes("in_progress");
        expect(item.needsFollowUp, `${item.code} ${item.label}`).toBe(promises);
      }
    }
  });
});
