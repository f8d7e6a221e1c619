import type { Inline } from "../reply/rich-text.ts";

/**
 * A computed number in a document is a link to the figures of its year; the fragment names the figure and its day.
 * So a document holds no node that a letter may not hold, and a reader can go where the number is counted.
 */
export type FigureMark = { readonly code: string; readonly asOf: string };

/** {scope}.{indicator}, with % for the rate and / for the base. */
const CODE = /^[a-z]+\.[a-z0-9_]+[%/]?$/;
const FRAGMENT = /#figure=([^&]+)&as-of=(\d{4}-\d{2}-\d{2})$/;

export function toFigureHref(yearAddress: string, { code, asOf }: FigureMark): string {
  return `${yearAddress}#figure=${encodeURIComponent(code)}&as-of=${asOf}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The figure behind a piece of text; undefined for any other text. */
export function findFigure(node: Inline): FigureMark | undefined {
  const href = node.type === "text" ? node.marks?.find((mark) => mark.type === "link")?.attrs.href : undefined;
  const [, encoded = "", asOf = ""] = FRAGMENT.exec(href ?? "") ?? [];
  const code = decode(encoded);
  return CODE.test(code) ? { code, asOf } : undefined;
}
