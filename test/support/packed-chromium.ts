import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const packageFolder = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));

// The package unpacks into TMPDIR and takes a half-written file for a finished one: so a child of its own, then a rename.
const UNPACK = `
const { inflate } = await import("@sparticuz/chromium");
await Promise.all(["chromium.br", "al2023.tar.br", "fonts.tar.br"].map((name) => inflate(process.argv[1] + "/" + name)));
`;

// The package's own file names the folders of another system.
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

export type PackedChromium = {
  readonly executable: string;
  /** Shared libraries for systems without NSS; never set where the system has its own. */
  readonly libraries: string;
  /** A fontconfig folder for systems without fonts. */
  readonly fonts: string;
};

/** Unpacks the Chromium of the npm package once per version; safe when several processes do it at the same time. */
export async function unpackChromium(): Promise<PackedChromium> {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const folder = join(cacheFolder, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cacheFolder, { recursive: true });
    const fresh = await mkdtemp(join(cacheFolder, "unpacking-"));
    const args = ["--input-type=module", "-e", UNPACK, join(packageFolder, "bin")];
    await promisify(execFile)(process.execPath, args, { cwd: packageFolder, env: { ...process.env, TMPDIR: fresh } });
    await writeFile(join(fresh, "fonts", "fonts.conf"), FONTS_CONF);
    await rename(fresh, folder).catch(async (error: unknown) => {
      await rm(fresh, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    });
  }
  return {
    executable: join(folder, "chromium"),
    libraries: join(folder, "al2023", "lib"),
    fonts: join(folder, "fonts"),
  };
}
