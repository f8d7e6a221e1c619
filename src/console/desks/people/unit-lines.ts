export type UnitLine = { readonly shortName: string; readonly fullName: string; readonly code: string };

const CODE = /^[a-z][a-z0-9-]*$/;

/**
 * One unit a line, as it is copied from a table: 简称, 全称, and a code where one is wanted; parted by tabs, commas or blanks.
 * Without a code: the next free of u01, u02 …
 */
export function readUnitLines(text: string, taken: readonly string[]): UnitLine[] {
  const used = new Set(taken);
  const nextCode = (): string => {
    for (let at = 1; ; at++) {
      const code = `u${String(at).padStart(2, "0")}`;
      if (!used.has(code)) return code;
    }
  };
  return text
    .split("\n")
    .map((line) => line.split(/[\t,，、\s]+/).filter((part) => part !== ""))
    .filter((parts) => parts.length > 0)
    .map((parts) => {
      const last = parts.at(-1) ?? "";
      const [shortName = "", fullName = shortName] = parts.filter((part) => !CODE.test(part));
      const code = CODE.test(last) ? last : nextCode();
      used.add(code);
      return { shortName, fullName, code };
    });
}
