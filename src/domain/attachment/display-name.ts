const LONGEST = 120;

/**
 * The name of an uploaded file as it may be shown: without folders, control and direction characters, never empty, never a
 * device name or a flag. Text for people only: no file is ever kept under it (security.md T-U09).
 */
export function toDisplayName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[[\p{Cc}\p{Cf}]--[\u200c\u200d]]/gv, "")
    .replace(/[<>:"|?*]/g, " ")
    .replace(/^[\s.-]+/, "")
    .trim();
  const dot = clean.lastIndexOf(".");
  const end = dot > 0 ? clean.slice(dot).slice(0, 12) : "";
  const stem = [...(dot > 0 ? clean.slice(0, dot) : clean)].slice(0, LONGEST - end.length).join("");
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return stem === "" || isDevice ? `文件${end}` : `${stem}${end}`;
}
