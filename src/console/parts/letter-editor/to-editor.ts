import type { JSONContent } from "@tiptap/core";
import type { RichText } from "#domain/reply/rich-text.ts";

/** The editor's names of the nodes that a letter may hold (src/domain/reply/rich-text.ts). */
export const EDITOR_NAMES: Readonly<Record<string, string>> = {
  hard_break: "hardBreak",
  bullet_list: "bulletList",
  ordered_list: "orderedList",
  list_item: "listItem",
  table_row: "tableRow",
  table_cell: "tableCell",
  table_header: "tableHeader",
};

/** Where the editor wants a line to write on. */
const NEVER_EMPTY = new Set(["doc", "table_cell", "table_header"]);

type StoredNode = { readonly type: string; readonly content?: readonly StoredNode[] | undefined };

function toNode({ content = [], ...node }: StoredNode): JSONContent {
  const children = content.map(toNode);
  const filled = children.length === 0 && NEVER_EMPTY.has(node.type) ? [{ type: "paragraph" }] : children;
  return { ...node, type: EDITOR_NAMES[node.type] ?? node.type, ...(filled.length > 0 ? { content: filled } : {}) };
}

/** A stored letter as the editor's document. */
export function toEditor(body: RichText): JSONContent {
  return toNode(body);
}
