import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import { UnreadableFile } from "../unreadable-file.ts";
import type { AttachmentFile, AttachmentNote } from "./attachment-file.ts";
import { brokenAttachment } from "./attachment-file.ts";

const MOST_PAGES = 200;
const MOST_TEXT = 2_000_000;
const MOST_IMAGE_PIXELS = 50_000_000;
const FEWEST_LETTERS = 10;

const note = (code: string, severity: AttachmentNote["severity"], text: string, message: string): AttachmentNote => ({
  code,
  severity,
  text,
  message,
});

/** pdf.js says by the name of its errors what is wrong; whatever else it throws, the file is at fault. */
function toRefusal(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  if (error instanceof Error && error.name === "PasswordException")
    return new UnreadableFile("encrypted", "附件设置了打开密码，无法核对。请取消密码保护后重新上传。");
  return brokenAttachment();
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(bytes.slice(), {
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    stopAtErrors: false,
    verbosity: 0,
  });
  if (pdf.numPages <= MOST_PAGES) return pdf;
  throw new UnreadableFile(
    "too_many_pages",
    `附件有 ${pdf.numPages} 页，超过 ${MOST_PAGES} 页的上限。请只留需要公开的部分，或拆成几个文件后上传。`,
  );
}

/** The lines of a page as a reader sees them. */
async function readLines(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** Notes, forms and links lie on the page, beside its text. */
async function readAnnotations(page: PDFPageProxy): Promise<{ texts: string[]; kinds: string[] }> {
  const annotations = await page.getAnnotations();
  const texts: string[] = [];
  const kinds: string[] = [];
  for (const item of annotations as Record<string, unknown>[]) {
    const kind = item["subtype"];
    if (typeof kind === "string" && kind !== "Link") kinds.push(kind);
    const { contentsObj, fieldValue, url } = item as {
      contentsObj?: { str?: string };
      fieldValue?: unknown;
      url?: string;
    };
    for (const text of [contentsObj?.str, typeof fieldValue === "string" ? fieldValue : undefined, url]) {
      if (text) texts.push(text);
    }
  }
  return { texts, kinds };
}

type Pages = { readonly text: string[]; readonly blank: number[]; readonly kinds: string[] };

async function readPages(pdf: PDFDocumentProxy): Promise<Pages> {
  const pages: Pages = { text: [], blank: [], kinds: [] };
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const lines = await readLines(page);
    const { texts, kinds } = await readAnnotations(page);
    if (lines.join("").replace(/\s/g, "").length < FEWEST_LETTERS) pages.blank.push(number);
    pages.text.push(...lines, ...texts);
    pages.kinds.push(...kinds);
    length += lines.join("").length;
    page.cleanup();
    if (length > MOST_TEXT) {
      throw new UnreadableFile("too_complex", "附件文字过多，已停止核对。请拆成几个文件后上传。");
    }
  }
  return pages;
}

async function readMetadata(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await pdf.getMetadata();
  const fields = info as Record<string, unknown>;
  const named = ["Title", "Author", "Subject", "Keywords"].map((field) => fields[field]);
  const raw: unknown = metadata ? Object.values(Object.fromEntries(metadata as Iterable<[string, unknown]>)) : [];
  const texts = [...named, ...(Array.isArray(raw) ? raw.flat() : [])];
  return [...new Set(texts.filter((text): text is string => typeof text === "string" && text.trim() !== ""))];
}

/** Names of files packed into the document; pdf.js gives a map, and gave an object before. */
async function listPacked(pdf: PDFDocumentProxy): Promise<string[]> {
  const packed: unknown = await pdf.getAttachments();
  if (packed instanceof Map) return [...packed.keys()].map(String);
  return Object.keys((packed as object | null) ?? {});
}

async function findActive(pdf: PDFDocumentProxy, { kinds }: Pages): Promise<AttachmentNote[]> {
  const files = [...(await listPacked(pdf)), ...kinds.filter((kind) => kind === "FileAttachment")];
  const scripts =
    (await pdf.getJSActions()) ??
    (await pdf.getOpenAction().then((action) => (action as { action?: string } | null)?.action));
  return [
    ...(files.length > 0
      ? [note("embedded_object", "block", files.join("、"), "附件里还夹带了其他文件。请去掉夹带的文件后重新上传。")]
      : []),
    ...(scripts
      ? [note("active_content", "block", "", "附件含有脚本或自动执行的动作。请打印成 PDF 后重新上传。")]
      : []),
  ];
}

function pageNotes({ blank, kinds }: Pages, total: number): AttachmentNote[] {
  const notes: AttachmentNote[] = [];
  if (blank.length > 0) {
    const which = blank.length === total ? "全部是图片" : `第 ${blank.slice(0, 20).join("、")} 页没有文字`;
    notes.push(
      note(
        "image_only",
        "review",
        `${blank.length} / ${total}`,
        `附件${which}，其中的内容无法自动核对。请逐页人工核对有无个人信息。`,
      ),
    );
  }
  const own = [...new Set(kinds)];
  if (own.length > 0) {
    notes.push(
      note(
        "annotation",
        "review",
        own.join("、"),
        "附件带有批注、表单或其他附加标记。请核对是否应当公开，或打印成 PDF 后重新上传。",
      ),
    );
  }
  return notes;
}

/** Reads a PDF page by page under bounds. Its bytes stay as they are; what they say of themselves is reported. */
export async function readPdf(bytes: Uint8Array): Promise<AttachmentFile> {
  try {
    const pdf = await openPdf(bytes);
    const pages = await readPages(pdf);
    const metadata = await readMetadata(pdf);
    const described =
      metadata.length > 0
        ? [
            note(
              "file_metadata",
              "review",
              metadata.join("；").slice(0, 500),
              "附件的文件属性中写有标题、作者等内容，公开后任何人都能看到。请核对，或清除文件属性后重新上传。",
            ),
          ]
        : [];
    return {
      type: "application/pdf",
      bytes,
      pages: pdf.numPages,
      text: pages.text,
      metadata,
      notes: [...(await findActive(pdf, pages)), ...pageNotes(pages, pdf.numPages), ...described],
    };
  } catch (error) {
    throw toRefusal(error);
  }
}
