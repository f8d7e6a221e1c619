/** Marks that clerks put where there is nothing. */
const NOTHING = /^(?:无|没有|[-—–－/／\\、]+)$/;

/** The text of a cell for storing: one Unicode form, no invisible characters, line ends inside a cell closed up. */
export function toCellText(text: string): string {
  const visible = text.normalize("NFC").replace(/[[\p{Cf}\p{Cc}]--[\n\r\t]]/gv, "");
  return visible
    .replace(/\s*[\r\n]+\s*/g, "")
    .replace(/[\t\u00a0\u3000 ]+/g, " ")
    .trim();
}

/** As toCellText, null when the cell says that there is nothing. */
export function toOptionalText(text: string | undefined): string | null {
  const value = toCellText(text ?? "");
  return value === "" || NOTHING.test(value) ? null : value;
}

/** 李 明 → 李明, also with a full-width blank: names set apart to line up in a column; Latin names keep their spaces. */
export function toPersonName(text: string): string {
  return toCellText(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
}
