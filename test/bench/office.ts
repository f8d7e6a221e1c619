import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { writeDocx } from "#exchange/write/docx/write-docx.ts";
import { toLetterPaper } from "#exchange/write/paper/letter-paper.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

type Item = { readonly name: string; readonly kind: "docx" | "xlsx"; readonly bytes: Uint8Array };

const run = promisify(execFile);

async function listFixtures(folder: string, ending: "docx" | "xlsx"): Promise<Item[]> {
  const names = (await readdir(join(FIXTURES, folder))).filter((name) => name.endsWith(`.${ending}`)).toSorted();
  const read = async (name: string) => new Uint8Array(await readFile(join(FIXTURES, folder, name)));
  return await Promise.all(names.map(async (name) => ({ name, kind: ending, bytes: await read(name) })));
}

/** The same letters as Huiyin writes them. */
async function writeAgain(letters: readonly Item[]): Promise<Item[]> {
  return await Promise.all(
    letters.map(async ({ name, bytes }) => {
      const { letter, issuer } = await readReply(bytes);
      return {
        name: `out-${name}`,
        kind: "docx" as const,
        bytes: await writeDocx(toLetterPaper(letter, issuer ?? "")),
      };
    }),
  );
}

/** What import takes from the file: the letter and what is hidden in it, or the rows and what was found. */
async function readItem({ kind, name }: Item, bytes: Uint8Array): Promise<unknown> {
  if (kind === "xlsx") {
    const { rows, findings, ledger } = await readAllocation(bytes, name);
    return { rows, findings, ledger };
  }
  const { letter, issuer, motion, hidden } = await readReply(bytes);
  return { letter, issuer, motion, hidden };
}

async function saveAll(folder: string, items: readonly Item[], kind: Item["kind"]): Promise<void> {
  const files = items.filter((item) => item.kind === kind).map(({ name }) => join(folder, name));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  await run("soffice", [profile, "--headless", "--convert-to", kind, "--outdir", join(folder, "saved"), ...files]);
}

/** Every office file of the fixtures, and every letter as Huiyin writes it: opened and saved by LibreOffice, read again. */
export async function benchOffice() {
  const { stdout: office } = await run("soffice", ["--version"]);
  const letters = await listFixtures("replies", "docx");
  const items = [...letters, ...(await writeAgain(letters)), ...(await listFixtures("allocation", "xlsx"))];
  const folder = await mkdtemp(join(tmpdir(), "huiyin-office-"));
  try {
    for (const { name, bytes } of items) await writeFile(join(folder, name), bytes);
    await saveAll(folder, items, "docx");
    await saveAll(folder, items, "xlsx");
    const files = [];
    for (const item of items) {
      const saved = new Uint8Array(await readFile(join(folder, "saved", basename(item.name))));
      files.push({
        file: item.name,
        same: isDeepStrictEqual(await readItem(item, saved), await readItem(item, item.bytes)),
      });
    }
    return { office: office.trim(), same: files.filter(({ same }) => same).length, of: files.length, files };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
