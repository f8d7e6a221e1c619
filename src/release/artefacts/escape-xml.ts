/** What XML 1.0 cannot hold at all is left out. */
const FORBIDDEN = /[[\p{Cc}\ufffe\uffff]--[\n\r\t]]/gv;

export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
