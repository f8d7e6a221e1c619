import { UnreadableFile } from "../unreadable-file.ts";
import type { ZipParts } from "../zip/open-zip.ts";
import { openZip } from "../zip/open-zip.ts";
import { OFFICE_LIMITS } from "../zip/zip-limits.ts";
import { readRelationships, resolveTarget } from "./relationships.ts";
import { childElements, findAttribute, parseXmlTree } from "./xml-tree.ts";

export type OfficeKind = "docx" | "xlsx";
export type OfficePackage = { readonly parts: ZipParts; readonly mainPart: string };

const NAMES: Readonly<Record<string, string>> = {
  docx: "Word 文档（.docx）",
  xlsx: "Excel 工作簿（.xlsx）",
  pptx: "演示文稿（.pptx）",
};

/** Main content types (ECMA-376 Part 1 §15.2): what the package says that it is. */
const MAIN_TYPES: readonly (readonly [RegExp, string])[] = [
  [/macroEnabled/i, "macro"],
  [/wordprocessingml\.document\.main/, "docx"],
  [/spreadsheetml\.sheet\.main/, "xlsx"],
  [/presentationml/, "pptx"],
];

function wrongType(what: string, wanted: OfficeKind): UnreadableFile {
  return new UnreadableFile(
    "wrong_type",
    `${what}，这里需要${NAMES[wanted]}。请检查是否选错了文件，或另存为 .${wanted} 后重新上传。`,
  );
}

function contentTypeOf(parts: ZipParts, part: string): string {
  const bytes = parts.get("[Content_Types].xml");
  if (!bytes) return "";
  const types = childElements(parseXmlTree(bytes));
  const own = types.find((type) => findAttribute(type, "PartName")?.toLowerCase() === `/${part.toLowerCase()}`);
  return findAttribute(own, "ContentType") ?? "";
}

function findMainPart(parts: ZipParts): string | undefined {
  const main = readRelationships(parts, "").find(({ type, external }) => type === "officeDocument" && !external);
  const name = main && resolveTarget("", main.target);
  return name !== undefined && parts.has(name) ? name : undefined;
}

/** Opens an Office file of the wanted kind, told by its content types; macros are refused. */
export async function openPackage(bytes: Uint8Array, wanted: OfficeKind): Promise<OfficePackage> {
  const parts = await openZip(bytes, OFFICE_LIMITS, wanted);
  if (parts.has("mimetype")) throw wrongType("这是 OpenDocument 格式（.odt 或 .ods）的文件", wanted);
  const mainPart = findMainPart(parts);
  if (mainPart === undefined) throw wrongType("这是普通压缩包，不是 Office 文档", wanted);
  const contentType = contentTypeOf(parts, mainPart);
  const kind = MAIN_TYPES.find(([pattern]) => pattern.test(contentType))?.[1];
  if (kind === "macro" || [...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name))) {
    throw new UnreadableFile("macro", `文件带有宏，不能上传。请另存为不含宏的 .${wanted} 后重新上传。`);
  }
  if (kind !== wanted) throw wrongType(`这是${NAMES[kind ?? ""] ?? "另一种格式的文件"}`, wanted);
  return { parts, mainPart };
}
