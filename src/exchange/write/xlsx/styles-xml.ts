/** Index of each cell format in the one style sheet. */
export const STYLE = {
  text: 0,
  title: 1,
  note: 2,
  header: 3,
  centred: 4,
  number: 5,
  date: 6,
  percent: 7,
  quoted: 8,
} as const;

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DATE_FORMAT = 164;

const font = (name: string, size: number): string => `<font><sz val="${size}"/><name val="${name}"/></font>`;

/** GB/T 9704 names these fonts; where they are missing the office program takes its own. */
const FONTS = [font("宋体", 11), font("方正小标宋简体", 20), font("楷体", 11), font("黑体", 11)];
const LINE = '<{} style="thin"><color rgb="FF808080"/></{}>';
const BORDER = ["left", "right", "top", "bottom"].map((side) => LINE.replaceAll("{}", side)).join("");

type Format = {
  readonly font: number;
  readonly border: 0 | 1;
  readonly fill?: number;
  readonly number?: number;
  readonly horizontal: string;
  readonly quoted?: true;
};

/** In the order of STYLE. */
const FORMATS: readonly Format[] = [
  { font: 0, border: 1, horizontal: "left" },
  { font: 1, border: 0, horizontal: "center" },
  { font: 2, border: 0, horizontal: "left" },
  { font: 3, border: 1, fill: 2, horizontal: "center" },
  { font: 0, border: 1, horizontal: "center" },
  { font: 0, border: 1, horizontal: "center", number: 0 },
  { font: 0, border: 1, horizontal: "center", number: DATE_FORMAT },
  { font: 0, border: 1, horizontal: "center", number: 10 },
  { font: 0, border: 1, horizontal: "left", quoted: true },
];

function formatXml({ font: fontId, border, fill = 0, number = 0, horizontal, quoted }: Format): string {
  const quote = quoted ? ' quotePrefix="1"' : "";
  return `<xf numFmtId="${number}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quote}><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
}

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill>',
];
const BORDERS = ["<border><left/><right/><top/><bottom/><diagonal/></border>", `<border>${BORDER}<diagonal/></border>`];

export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${NAMESPACE}">${list("numFmts", [`<numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>`])}${list("fonts", FONTS)}${list("fills", FILLS)}${list("borders", BORDERS)}${list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'])}${list("cellXfs", FORMATS.map(formatXml))}${list("cellStyles", ['<cellStyle name="常规" xfId="0" builtinId="0"/>'])}</styleSheet>`;
