import type { AttachmentFile, PdfReader } from "#exchange/attachment/attachment-file.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import type { Service } from "./bindings.ts";

type Refusal = { readonly code: string; readonly message: string };

/**
 * Has PDFs read by the Worker beside this one. Where that one does not answer, the file was more than its time or memory
 * allows: it is stopped alone, and whoever uploaded hears so.
 */
export function askPdfReader(service: Service): PdfReader {
  return async (bytes) => {
    const request = new Request("https://pdf.invalid/", { method: "POST", body: bytes as Uint8Array<ArrayBuffer> });
    const response = await service.fetch(request).catch(() => undefined);
    if (response?.status === 422) {
      const { code, message } = (await response.json()) as Refusal;
      throw new UnreadableFile(code, message);
    }
    if (!response?.ok) {
      throw new UnreadableFile(
        "too_complex",
        "附件过于复杂，没能在限定的时间内核对完。请打印成 PDF 或拆成几个文件后重新上传。",
      );
    }
    return { ...((await response.json()) as Omit<AttachmentFile, "bytes">), bytes };
  };
}
