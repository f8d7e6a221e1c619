import type { FieldStack } from "./fields.ts";
import { findHyperlink, isFetchingField, openFieldStack } from "./fields.ts";
import type { Numbering } from "./numbering.ts";
import type { ReaderFindings } from "./reader-findings.ts";
import type { DocxStyles } from "./styles.ts";

/** What reading one document needs to know and gathers on the way. */
export type DocumentContext = {
  readonly styles: DocxStyles;
  readonly numbering: Numbering;
  readonly findings: ReaderFindings;
  readonly fields: FieldStack;
  readonly textBoxes: readonly string[];
  readonly addTextBox: (text: string) => void;
  readonly findLink: (relationshipId: string | undefined) => string | undefined;
  readonly toSafeHref: (href: string) => string | undefined;
};

type Parts = Pick<DocumentContext, "styles" | "numbering" | "findings" | "findLink">;

const WEB_ADDRESS = /^https?:\/\/[^\s]{1,1990}$/i;

export function openDocumentContext(parts: Parts): DocumentContext {
  const { findings } = parts;
  const textBoxes: string[] = [];
  const fields = openFieldStack((instruction) => {
    if (findHyperlink(instruction) === undefined && isFetchingField(instruction)) {
      findings.report("external_content", "body", instruction);
    }
  });
  return {
    ...parts,
    fields,
    textBoxes,
    addTextBox: (text) => {
      if (text.trim() === "") return;
      textBoxes.push(text);
      findings.report("text_box", "body", text);
    },
    toSafeHref: (href) => {
      if (WEB_ADDRESS.test(href)) return href;
      findings.report("unsafe_link", "body", href);
      return undefined;
    },
  };
}
