/** One question of a small form. Its answer is a text; empty where it was left out. */
export type ActField = {
  readonly key: string;
  readonly label: string;
  readonly kind: "line" | "words" | "date" | "number" | "choice";
  readonly optional?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Why it is asked, or the rule behind it. */
  readonly help?: string;
  readonly initial?: string;
  /** Asked only where another question was answered so. */
  readonly onlyWith?: { readonly key: string; readonly value: string };
};

export type ActAnswers = Readonly<Record<string, string>>;

/** What is asked, as far as it is answered now. */
export function listAsked(fields: readonly ActField[], answers: ActAnswers): ActField[] {
  return fields.filter(({ onlyWith }) => onlyWith === undefined || answers[onlyWith.key] === onlyWith.value);
}

/** The first question that still needs an answer. */
export function findMissing(fields: readonly ActField[], answers: ActAnswers): ActField | undefined {
  return listAsked(fields, answers).find(({ key, optional }) => !optional && (answers[key] ?? "").trim() === "");
}
