import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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

/** A Word file as PDF by the LibreOffice of this machine. Throws Usage where there is none. */
export async function toPdf(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-pdf-"));
  try {
    const file = join(folder, "file.docx");
    await writeFile(file, docx);
    await convert(folder, file);
    return await readFile(join(folder, "file.pdf"));
  } catch {
    throw new Usage(
      "没有转换成 PDF：本机没有安装 LibreOffice（soffice），或者转换没有成功。请改为导出 .html，用浏览器打开后打印或另存为 PDF。",
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
