import * as fc from "fast-check";
import { expect, test } from "vitest";
import { RichText } from "#domain/reply/rich-text.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import { buildDocx, escapeXml } from "../office-files.ts";

const NAMES = [
  "w:p",
  "w:r",
  "w:t",
  "w:tbl",
  "w:tr",
  "w:tc",
  "w:pPr",
  "w:rPr",
  "w:vanish",
  "w:numPr",
  "w:vMerge",
  "w:gridSpan",
  "w:ins",
  "w:del",
  "w:sdt",
  "w:sdtContent",
  "w:fldChar",
  "w:instrText",
  "w:hyperlink",
  "mc:AlternateContent",
  "mc:Choice",
  "m:oMath",
];
const WORDS = [
  "",
  "A类 可公开",
  "关于第1号建议的答复",
  "张三代表：",
  "2026年4月18日",
  "抄送：",
  "1.",
  "〔2026〕号",
  "\u202e",
  "𠮷",
];

const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
  leaf: fc.constantFrom(...WORDS).map(escapeXml),
  tree: fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.constantFrom("", ' w:val="continue"', ' w:val="0"', ' w:val="x"', ' w:fldCharType="end"', ' r:id="?"'),
      fc.array(fc.oneof({ depthSize: "small" }, tie("leaf"), tie("tree")), { maxLength: 5 }),
    )
    .map(([name, attributes, children]) => `<${name}${attributes}>${children.join("")}</${name}>`),
}));

test("whatever stands in a document, it is read as allowed nodes or refused in a sentence", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 12 }), async (blocks) => {
      const outcome = await readReply(buildDocx({ body: blocks.join("") })).catch((error: unknown) => error);
      if (outcome instanceof UnreadableFile) return;
      if (outcome instanceof Error) throw outcome;
      const { letter } = outcome as Awaited<ReturnType<typeof readReply>>;
      expect(RichText.safeParse(letter.body).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});
