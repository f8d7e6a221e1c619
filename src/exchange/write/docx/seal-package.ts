import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const EPOCH = "1980-01-01T00:00:00";

/** What stands in for a font where it is missing (ECMA-376 Part 1 §17.8.3.1). */
const FALLBACKS: readonly (readonly [font: string, fallback: string])[] = [
  ["方正小标宋简体", "宋体"],
  ["仿宋_GB2312", "仿宋"],
  ["楷体_GB2312", "楷体"],
];
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${FALLBACKS.map(
  ([font, fallback]) =>
    `<w:font w:name="${font}"><w:altName w:val="${fallback}"/><w:charset w:val="86"/><w:pitch w:val="variable"/></w:font>`,
).join("")}</w:fonts>`;

/** The time of making is no content: without it equal papers are equal files. */
function withoutTimes(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "");
}

/** Packs again: fonts with what stands in for them, no clock. */
export function sealPackage(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts["docProps/core.xml"];
  const sealed = {
    ...parts,
    ...(core ? { "docProps/core.xml": strToU8(withoutTimes(strFromU8(core))) } : {}),
    "word/fontTable.xml": strToU8(FONT_TABLE),
  };
  return zipSync(sealed, { level: 6, mtime: EPOCH });
}
