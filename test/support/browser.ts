import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { unpackChromium } from "./packed-chromium.ts";

const SYSTEM_CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
// Tests run as root in containers, where Chromium's own sandbox and a small /dev/shm stop it.
const ARGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"];

/**
 * A real headless Chromium: the system's where there is one, else the npm package's.
 * `HUIYIN_CHROMIUM=packed` forces the package, any other value names an executable. `more`: further switches. The caller closes it.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...ARGS, ...more];
  const wanted = process.env["HUIYIN_CHROMIUM"];
  const system = wanted === undefined ? SYSTEM_CHROMIUM.find((path) => existsSync(path)) : wanted;
  if (system !== undefined && system !== "packed") return await chromium.launch({ executablePath: system, args });
  const { executable, libraries, fonts } = await unpackChromium();
  const env = existsSync("/etc/fonts/fonts.conf") ? { ...process.env } : { ...process.env, FONTCONFIG_PATH: fonts };
  try {
    return await chromium.launch({ executablePath: executable, args, env });
  } catch (error) {
    if (!String(error).includes("shared libraries")) throw error;
    return await chromium.launch({
      executablePath: executable,
      args,
      env: { ...env, LD_LIBRARY_PATH: libraries },
    });
  }
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

export type ServedFolder = {
  /** Origin and base path, ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
};
export type ServeOptions = {
  /** Begins and ends with a slash; what lies outside is 404. */
  readonly base?: string;
  /** Sent with every answer, e.g. the content security policy under test. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** Serves a folder on a free local port: `/x/` is `x/index.html`, what is missing is `404.html` with status 404. */
export async function serveFolder(dir: string, { base = "/", headers = {} }: ServeOptions = {}): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://local").pathname);
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : "/404.html";
    const file = inside.endsWith("/") ? `${inside}index.html` : inside;
    const send = (status: number, body: Buffer | string, type: string): void => {
      response.writeHead(status, { ...headers, "content-type": type }).end(body);
    };
    const isMissing = !path.startsWith(base);
    readFile(join(dir, file))
      .then((body) => send(isMissing ? 404 : 200, body, TYPES[extname(file)] ?? "application/octet-stream"))
      .catch(() => readFile(join(dir, "404.html")).then((body) => send(404, body, TYPES[".html"] ?? "")))
      .catch(() => send(404, "", "text/plain"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
