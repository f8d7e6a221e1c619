import type { Extensions } from "@tiptap/core";
import { ListItem } from "@tiptap/extension-list";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";

const isWebAddress = (address: string) => /^https?:\/\/[^\s]+$/i.test(address);

/** Only what a letter may hold: no picture, no colour, no list in a list. Pasted words lose the rest. */
export const LETTER_NODES: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    italic: false,
    strike: false,
    underline: false,
    listItem: false,
    trailingNode: false,
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: false,
      HTMLAttributes: { target: null, rel: null, class: null },
      isAllowedUri: (address) => isWebAddress(address),
    },
  }),
  ListItem.extend({ content: "paragraph+" }),
  // Without the column widths of the original: they are inline styles, which the policy of the page forbids.
  Table.extend({ renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]] }),
  TableRow,
  TableHeader.extend({ content: "paragraph+" }),
  TableCell.extend({ content: "paragraph+" }),
];
