import { foldText } from "./fold.ts";
import { parseNumberForm, type NumberForm } from "./number-form.ts";

export type Query = {
  /** Folded, without repeats: every one must be found. */
  readonly terms: readonly string[];
  readonly numberForm: NumberForm | undefined;
};

const QUOTED = /["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+)/gu;

/** Words are separated by spaces; between quotation marks spaces belong to the word. */
export function parseQuery(input: string): Query {
  const folded = foldText(input).replaceAll("\u200b", "").slice(0, 200);
  const terms = [...folded.matchAll(QUOTED)].map(([, quoted, plain]) => (quoted ?? plain ?? "").trim());
  return { terms: [...new Set(terms.filter((term) => term !== ""))], numberForm: parseNumberForm(folded) };
}
