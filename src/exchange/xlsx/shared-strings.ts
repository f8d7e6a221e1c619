import { walkXml } from "../ooxml/walk-xml.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { SHEET_LIMITS } from "./workbook.ts";

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 Part 1 §22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The strings in order; runs joined, phonetic guides (`rPh`) left out. */
export function readSharedStrings(bytes: Uint8Array | undefined): readonly string[] {
  if (!bytes) return [];
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let phonetic = false;
  walkXml(bytes, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    close: (name) => {
      if (name === "rPh") phonetic = false;
      if (name === "si") strings.push(decodeEscapes(current));
      if (strings.length > SHEET_LIMITS.strings) {
        throw new UnreadableFile(
          "too_many_cells",
          "工作簿中的文字过多，已停止读取。请只保留分配表，删去其他内容后重新上传。",
        );
      }
      inText = false;
    },
    text: (text) => {
      if (inText) current += text;
    },
  });
  return strings;
}
