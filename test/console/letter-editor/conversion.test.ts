import { getSchema } from "@tiptap/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromEditor } from "#console/parts/letter-editor/from-editor.ts";
import { LETTER_NODES } from "#console/parts/letter-editor/letter-nodes.ts";
import { toEditor } from "#console/parts/letter-editor/to-editor.ts";
import { RichText, richTextOf } from "#domain/reply/rich-text.ts";
import { anyLetter } from "../../exchange/write/letters.ts";

const schema = getSchema(LETTER_NODES);
const anyBody = anyLetter.map(({ body }) => body);
const throughEditor = (body: RichText) => fromEditor(schema.nodeFromJSON(toEditor(body)).toJSON());

describe("a letter goes through the editor", () => {
  test("and comes back as it was, whatever it holds", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const node = schema.nodeFromJSON(toEditor(body));
        node.check();
        expect(fromEditor(node.toJSON())).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });

  test("and what comes back may be stored", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(RichText.safeParse(throughEditor(body)).success).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("an empty letter has a line to write on, which is not stored", () => {
    const node = schema.nodeFromJSON(toEditor(richTextOf([])));
    expect(node.childCount).toBe(1);
    expect(fromEditor(node.toJSON())).toEqual({ type: "doc", content: [] });
  });

  test("lines without words are no paragraphs; widths and targets stay behind", () => {
    const cell = {
      type: "tableCell",
      attrs: { colspan: 1, rowspan: 2, colwidth: [90] },
      content: [{ type: "paragraph" }],
    };
    const link = { type: "link", attrs: { href: "https://example.cn", target: "_blank", rel: null, class: null } };
    const doc = {
      type: "doc",
      content: [
        { type: "paragraph" },
        { type: "paragraph", content: [{ type: "text", text: "详见网站", marks: [link, { type: "italic" }] }] },
        { type: "table", content: [{ type: "tableRow", content: [cell] }] },
      ],
    };
    expect(fromEditor(doc)).toEqual({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "详见网站", marks: [{ type: "link", attrs: { href: "https://example.cn" } }] },
          ],
        },
        {
          type: "table",
          content: [
            {
              type: "table_row",
              content: [{ type: "table_cell", attrs: { colspan: 1, rowspan: 2 }, content: [{ type: "paragraph" }] }],
            },
          ],
        },
      ],
    });
  });
});
