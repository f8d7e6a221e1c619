import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { Usage } from "./run-command.ts";

const PATIENCE_MS = 120_000;

async function convert(folder: string, file: string): Promise<void> {
  // A profile of its own: one that is open elsewhere would refuse to start.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file];
  await new Promise<void>((resolve, reject) => {
    execFile("soffice", args, { timeout: PATIENCE_MS }, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Text set flush left: in a justified line LibreOffice 7 loses the full stop that hangs over its edge (four letters of
 * eighty), and an official letter may not lose one.
 */
function withoutJustification(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const body = parts["word/document.xml"];
  if (!body) return docx;
  return zipSync({ ...parts, "word/document.xml": strToU8(strFromU8(body).replaceAll('<w:jc w:val="both"/>', "")) });
}

/** A Word file as PDF by the LibreOffice of this machine. Throws Usage where there is none. */
export async function toPdf(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-pdf-"));
  try {
    const file = join(folder, "file.docx");
    await writeFile(file, withoutJustification(docx));
    await convert(folder, file);
    return new Uint8Array(await readFile(join(folder, "file.pdf")));
  } catch {
    throw new Usage(
      "没有转换成 PDF：本机没有安装 LibreOffice（soffice），或者转换没有成功。请改为导出 .html，用浏览器打开后打印或另存为 PDF。",
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
