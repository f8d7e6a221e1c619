import type { JSONContent } from "@tiptap/core";
import type { RichText } from "#domain/reply/rich-text.ts";
import { EDITOR_NAMES } from "./to-editor.ts";

const STORED_NAMES = new Map(Object.entries(EDITOR_NAMES).map(([stored, editor]) => [editor, stored]));
const MARKS = new Set(["bold", "link"]);
/** Attributes that are stored; whatever else the editor carries (widths, targets) is its own. */
const ATTRS: Readonly<Record<string, readonly string[]>> = {
  heading: ["level"],
  link: ["href"],
  tableCell: ["colspan", "rowspan"],
  tableHeader: ["colspan", "rowspan"],
};

function keepAttrs({
  type = "",
  attrs = {},
}: {
  type?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
}) {
  // A cell that spans nothing says nothing of it.
  if (attrs["colspan"] === 1 && attrs["rowspan"] === 1) return {};
  const names = ATTRS[type];
  return names ? { attrs: Object.fromEntries(names.map((name) => [name, attrs[name]])) } : {};
}

function toStored(node: JSONContent): Record<string, unknown> {
  const type = STORED_NAMES.get(node.type ?? "") ?? node.type;
  if (type === "text") {
    const marks = (node.marks ?? [])
      .filter((mark) => MARKS.has(mark.type))
      .map((mark) => ({ type: mark.type, ...keepAttrs(mark) }));
    return { type, text: node.text, ...(marks.length > 0 ? { marks } : {}) };
  }
  const content = (node.content ?? []).map(toStored);
  return { type, ...keepAttrs(node), ...(content.length > 0 ? { content } : {}) };
}

function hasWords(node: JSONContent): boolean {
  return (node.text ?? "").trim() !== "" || (node.content ?? []).some(hasWords);
}

/** The blocks of the editor's document that are stored: a line without words is none, a table always is one. */
export function isStoredBlock(node: JSONContent): boolean {
  return node.type === "table" || hasWords(node);
}

/** The editor's document as it is stored. `keepsEmpty`: lines without words are places that a 总结 leaves to people. */
export function fromEditor(doc: JSONContent, keepsEmpty = false): RichText {
  const blocks = (doc.content ?? []).filter((node) => keepsEmpty || isStoredBlock(node));
  return { type: "doc", content: blocks.map(toStored) } as unknown as RichText;
}
