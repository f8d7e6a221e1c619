import type { XmlElement } from "../ooxml/xml-tree.ts";
import { childElements, findAttribute, findChild, parseXmlTree } from "../ooxml/xml-tree.ts";
import type { RunFormat } from "./run-format.ts";
import { readFill, readRunFormat } from "./run-format.ts";

export type DocxStyle = {
  readonly format: RunFormat;
  readonly align?: string;
  readonly fill?: string;
  readonly outlineLevel?: number;
  readonly numberId?: string;
  readonly numberLevel?: number;
};

export type DocxStyles = { readonly find: (id: string | undefined) => DocxStyle; readonly defaultParagraph: DocxStyle };

const MOST_ANCESTORS = 20;
const PLAIN: DocxStyle = { format: {} };

/** What paragraph properties say, in a style or in a paragraph itself. */
export function readParagraphFormat(properties: XmlElement | undefined): Omit<DocxStyle, "format"> {
  const level = findAttribute(findChild(properties, "w:outlineLvl"), "w:val");
  const numbering = findChild(properties, "w:numPr");
  const numberId = findAttribute(findChild(numbering, "w:numId"), "w:val");
  const numberLevel = findAttribute(findChild(numbering, "w:ilvl"), "w:val");
  const align = findAttribute(findChild(properties, "w:jc"), "w:val");
  const fill = readFill(properties);
  return {
    ...(align === undefined ? {} : { align }),
    ...(fill === undefined ? {} : { fill }),
    // 9 is body text (ECMA-376 Part 1 §17.3.1.20).
    ...(level === undefined ? {} : { outlineLevel: Number(level) + 1 }),
    ...(numberId === undefined ? {} : { numberId }),
    ...(numberLevel === undefined ? {} : { numberLevel: Number(numberLevel) }),
  };
}

function ownStyle(element: XmlElement): DocxStyle {
  return { ...readParagraphFormat(findChild(element, "w:pPr")), format: readRunFormat(findChild(element, "w:rPr")) };
}

/** Styles with what they inherit; an unknown id is plain text. */
export function readStyles(bytes: Uint8Array | undefined): DocxStyles {
  if (!bytes) return { find: () => PLAIN, defaultParagraph: PLAIN };
  const root = parseXmlTree(bytes);
  const defaults = findChild(findChild(findChild(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  const base: DocxStyle = { format: readRunFormat(defaults) };
  const elements = childElements(root).filter(({ name }) => name === "w:style");
  const byId = new Map(elements.map((element) => [findAttribute(element, "w:styleId") ?? "", element]));
  const resolved = new Map<string, DocxStyle>();

  const resolve = (id: string, depth: number): DocxStyle => {
    const known = resolved.get(id);
    if (known) return known;
    const element = byId.get(id);
    if (!element || depth > MOST_ANCESTORS) return PLAIN;
    const parentId = findAttribute(findChild(element, "w:basedOn"), "w:val");
    const parent = parentId === undefined ? PLAIN : resolve(parentId, depth + 1);
    const own = ownStyle(element);
    const style = { ...parent, ...own, format: { ...parent.format, ...own.format } };
    resolved.set(id, style);
    return style;
  };
  const isDefault = (element: XmlElement): boolean =>
    findAttribute(element, "w:type") === "paragraph" && /^(?:1|true)$/.test(findAttribute(element, "w:default") ?? "");
  const normal = findAttribute(elements.find(isDefault), "w:styleId");
  const withBase = (style: DocxStyle): DocxStyle => ({ ...style, format: { ...base.format, ...style.format } });
  return {
    find: (id) => (id === undefined ? PLAIN : resolve(id, 0)),
    defaultParagraph: withBase(normal === undefined ? PLAIN : resolve(normal, 0)),
  };
}
