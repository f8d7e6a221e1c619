import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { SITE, findCurrent, releasesFolder } from "#release/folders.ts";
import { contentType } from "./content-type.ts";
import { answerHidden } from "./plain-answer.ts";
import type { HiddenCheck } from "./hidden.ts";
import { SITE_HEADERS, cacheControl } from "./site-headers.ts";
import { decodePath, toFile, withoutBase } from "./site-path.ts";

const COMPRESSIBLE = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;

type Found = { readonly file: string; readonly bytes: Buffer } | { readonly redirect: string };

async function findFile(site: string, pathname: string): Promise<Found | undefined> {
  const path = toFile(pathname);
  if (path === undefined) return undefined;
  const info = await stat(join(site, path)).catch(() => undefined);
  if (info?.isDirectory() && !path.endsWith("/") && path !== "") return { redirect: `/${encodeURI(path)}/` };
  const file = info?.isDirectory() ? join(path, "index.html").replaceAll("\\", "/") : path;
  const bytes = await readFile(join(site, file)).catch(() => undefined);
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

/**
 * Serves the release that `current` points at, looked up for each request: a swap needs no restart,
 * and a request is answered wholly from one release. What `isHidden` names waits for the next one.
 */
export function createSite(dataFolder: string, base: string, isHidden: HiddenCheck = async () => false): Hono {
  const app = new Hono();
  app.on(["GET", "HEAD"], "*", async (c) => {
    const current = await findCurrent(dataFolder);
    if (current === undefined) return c.text("网站正在准备，请稍候刷新。", 503, { "Retry-After": "5" });
    const site = join(releasesFolder(dataFolder), current, SITE);
    const pathname = withoutBase(c.req.path, base);
    if (pathname === undefined && c.req.path === "/") return c.redirect(`${base}/`, 302);
    if (pathname !== undefined && (await isHidden(decodePath(pathname)))) return answerHidden();
    const found = pathname === undefined ? undefined : await findFile(site, pathname);
    if (found && "redirect" in found) return c.redirect(`${base}${found.redirect}`, 301);
    if (found && (await isHidden(`/${found.file}`, found.bytes))) return answerHidden();
    if (found) return answer(c.req.raw, found.file, found.bytes, 200);
    return answer(c.req.raw, "404.html", await readFile(join(site, "404.html")), 404);
  });
  return app;
}
