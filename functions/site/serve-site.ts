import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { SITE, findCurrent, listReleases, releasesFolder } from "#release/folders.ts";
import { ifThere } from "#release/if-there.ts";
import { contentType } from "./content-type.ts";
import { answerHidden, answerPlain } from "./plain-answer.ts";
import type { HiddenCheck } from "./hidden.ts";
import { SITE_HEADERS, cacheControl } from "./site-headers.ts";
import { decodePath, toFile, withoutBase } from "./site-path.ts";

const COMPRESSIBLE = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;

type Found = { readonly file: string; readonly bytes: Buffer } | { readonly redirect: string };

async function findFile(site: string, pathname: string): Promise<Found | undefined> {
  const path = toFile(pathname);
  if (path === undefined) return undefined;
  const info = await ifThere(stat(join(site, path)));
  if (info?.isDirectory() && !path.endsWith("/") && path !== "") return { redirect: `/${encodeURI(path)}/` };
  const file = info?.isDirectory() ? join(path, "index.html").replaceAll("\\", "/") : path;
  const bytes = await ifThere(readFile(join(site, file)));
  return bytes && { file, bytes };
}

function answer(request: Request, file: string, bytes: Buffer, status: 200 | 404): Response {
  const type = contentType(file);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const headers = new Headers({
    ...SITE_HEADERS,
    "Content-Type": type,
    "Cache-Control": cacheControl(file),
    Vary: "Accept-Encoding",
  });
  if (status === 200) headers.set("ETag", etag);
  if (status === 200 && request.headers.get("If-None-Match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  const zips = COMPRESSIBLE.test(type) && /\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "");
  if (zips) headers.set("Content-Encoding", "gzip");
  const body = zips ? gzipSync(bytes) : bytes;
  headers.set("Content-Length", String(body.length));
  return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { status, headers });
}

/** Swaps that one request may meet. */
const MOST_SWAPS = 5;

const siteOf = (dataFolder: string, id: string): string => join(releasesFolder(dataFolder), id, SITE);

/**
 * Reads from the release that readers see. One from which something went is removed at once, also under a request: what
 * was not found is asked for again where another release stands there now. Undefined: no release.
 */
async function fromCurrent<T>(
  dataFolder: string,
  find: (site: string) => Promise<T | undefined>,
): Promise<{ readonly found: T | undefined } | undefined> {
  let current = await findCurrent(dataFolder);
  for (let tries = 0; current !== undefined; tries++) {
    const found = await find(siteOf(dataFolder, current));
    const now = found === undefined && tries < MOST_SWAPS ? await findCurrent(dataFolder) : current;
    if (now === current) return { found };
    current = now;
  }
  return undefined;
}

/** A compiled style or script of an older release: a page read before the swap names it. It holds code, never content. */
async function findOlderAsset(dataFolder: string, pathname: string): Promise<Found | undefined> {
  if (!/^\/_astro\/[\w.-]+$/.test(pathname)) return undefined;
  for (const id of await listReleases(dataFolder)) {
    const found = await findFile(siteOf(dataFolder, id), pathname);
    if (found) return found;
  }
  return undefined;
}

/**
 * Serves the release that `current` points at, looked up for each request: a swap needs no restart,
 * and a request is answered wholly from one release. What `isHidden` names waits for the next one. What cannot be read is
 * told to `report`.
 */
export function createSite(
  dataFolder: string,
  base: string,
  isHidden: HiddenCheck = async () => false,
  report: (error: Error, path: string) => void = () => undefined,
): Hono {
  const app = new Hono();
  const find = async (pathname: string | undefined) => {
    if (pathname === undefined) return undefined;
    const current = await fromCurrent(dataFolder, async (site) => await findFile(site, pathname));
    return current?.found ?? (await findOlderAsset(dataFolder, pathname));
  };
  const answerMiss = async (request: Request) => {
    const page = await find("/404.html");
    if (page && "bytes" in page) return answer(request, "404.html", page.bytes, 404);
    return answerPlain("网站正在准备，请稍候刷新。", 503, { "Retry-After": "5" });
  };
  // Not a 404: whoever keeps answers would take the page for gone.
  app.onError((error, c) => {
    report(error, c.req.path);
    return answerPlain("本页暂时打不开，请稍后再看。", 503, { "Retry-After": "30" });
  });
  app.on(["GET", "HEAD"], "*", async (c) => {
    const pathname = withoutBase(c.req.path, base);
    if (pathname === undefined && c.req.path === "/") return c.redirect(`${base}/`, 302);
    if (pathname !== undefined && (await isHidden(decodePath(pathname)))) return answerHidden();
    const found = await find(pathname);
    if (found && "redirect" in found) return c.redirect(`${base}${found.redirect}`, 301);
    if (found && (await isHidden(`/${found.file}`, found.bytes))) return answerHidden();
    if (found) return answer(c.req.raw, found.file, found.bytes, 200);
    return await answerMiss(c.req.raw);
  });
  return app;
}
