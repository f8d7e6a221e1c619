import { walkXml } from "../ooxml/walk-xml.ts";

/** Built-in formats that show a date, those of Chinese Excel among them (ECMA-376 Part 1 §18.8.30). */
function isDateFormatId(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** yyyy"年"m"月": what stands in quotes, brackets or behind a backslash is no field. */
export function isDateFormatCode(code: string): boolean {
  const fields = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").toLowerCase();
  return /[yd]|e+(?=.*m)|m(?=.*[yd])/.test(fields.replace(/general|[0#?]e[+-]/g, ""));
}

/** For each cell style, by its index: does it show a date? */
export function readDateStyles(bytes: Uint8Array | undefined): readonly boolean[] {
  if (!bytes) return [];
  const dateFormats = new Set<number>();
  const styles: boolean[] = [];
  let inCellXfs = false;
  walkXml(bytes, {
    open: (name, attributes) => {
      const id = Number(attributes.get("numFmtId"));
      if (name === "cellXfs") inCellXfs = true;
      if (name === "numFmt" && isDateFormatCode(attributes.get("formatCode") ?? "")) dateFormats.add(id);
      if (name === "xf" && inCellXfs) styles.push(isDateFormatId(id) || dateFormats.has(id));
    },
    close: (name) => {
      if (name === "cellXfs") inCellXfs = false;
    },
    text: () => undefined,
  });
  return styles;
}
