import { walkXml } from "../ooxml/walk-xml.ts";

type Attributes = ReadonlyMap<string, string>;

/** White by value, by the palette (1 and 9) or by the theme (0 is the paper). */
function isWhite(color: Attributes): boolean {
  if (/^(?:[0-9a-f]{2})?ffffff$/i.test(color.get("rgb") ?? "")) return true;
  if (color.get("indexed") === "1" || color.get("indexed") === "9") return true;
  return color.get("theme") === "0" && !color.has("tint");
}

type Font = { white: boolean; tiny: boolean };
type Fill = { filled: boolean };

/** Collects fonts, fills and the styles made of them, in the order of the part (ECMA-376 Part 1 §18.8). */
class StyleCollector {
  readonly unseen: boolean[] = [];
  private readonly path: string[] = [];
  private readonly fonts: Font[] = [];
  private readonly fills: Fill[] = [];
  private readonly blank = new Set<number>();

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === "font" && parent === "fonts") this.fonts.push({ white: false, tiny: false });
    else if (name === "fill" && parent === "fills") this.fills.push({ filled: false });
    else if (parent === "font") this.readFont(name, attributes);
    else if (name === "patternFill") this.readFill(attributes);
    else if (name === "fgColor") this.readFillColor(attributes);
    else if (name === "numFmt" && attributes.get("formatCode") === ";;;")
      this.blank.add(Number(attributes.get("numFmtId")));
    else if (name === "xf" && parent === "cellXfs") this.unseen.push(this.isUnseen(attributes));
  }

  close(): void {
    this.path.pop();
  }

  private readFont(name: string, attributes: Attributes): void {
    const font = this.fonts.at(-1);
    if (!font) return;
    if (name === "color" && isWhite(attributes)) font.white = true;
    if (name === "sz" && Number(attributes.get("val")) <= 1) font.tiny = true;
  }

  private readFill(attributes: Attributes): void {
    const fill = this.fills.at(-1);
    if (fill) fill.filled = (attributes.get("patternType") ?? "none") !== "none";
  }

  private readFillColor(attributes: Attributes): void {
    const fill = this.fills.at(-1);
    if (fill && isWhite(attributes)) fill.filled = false;
  }

  private isUnseen(attributes: Attributes): boolean {
    const font = this.fonts[Number(attributes.get("fontId"))];
    const fill = this.fills[Number(attributes.get("fillId"))];
    const onPaper = font?.white === true && fill?.filled !== true;
    return onPaper || font?.tiny === true || this.blank.has(Number(attributes.get("numFmtId")));
  }
}

/** For each cell style, by its index: does its text not show (white on white, one point, format ;;;)? */
export function readUnseenStyles(bytes: Uint8Array | undefined): readonly boolean[] {
  if (!bytes) return [];
  const collector = new StyleCollector();
  walkXml(bytes, {
    open: (name, attributes) => collector.open(name, attributes),
    close: () => collector.close(),
    text: () => undefined,
  });
  return collector.unseen;
}
