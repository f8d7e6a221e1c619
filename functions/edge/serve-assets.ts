import { contentType } from "../site/content-type.ts";
import { answerHidden, answerPlain } from "../site/plain-answer.ts";
import { isHidden } from "../site/hidden.ts";
import {
  CONSOLE_HEADERS,
  SITE_HEADERS,
  cacheControl,
  consoleCacheControl,
  toConsoleFile,
} from "../site/site-headers.ts";
import { decodePath, toFile } from "../site/site-path.ts";
import { PACKS } from "./asset-packs.ts";
import type { Assets } from "./bindings.ts";

/** Of the asset's own headers; all others come from our table. */
const KEPT = ["ETag", "Content-Encoding"];

async function fetchAsset(assets: Assets, request: Request, file: string): Promise<Response> {
  const url = new URL(`/${encodeURI(file)}`, request.url);
  const etag = request.headers.get("If-None-Match");
  return await assets.fetch(new Request(url, { headers: etag === null ? {} : { "If-None-Match": etag } }));
}

function frame(
  request: Request,
  asset: Response,
  file: string,
  {
    status = asset.status,
    body = asset.body as BodyInit | null,
    table = SITE_HEADERS,
    cache = cacheControl(file),
  } = {},
): Response {
  const headers = new Headers({ ...table, "Content-Type": contentType(file), "Cache-Control": cache });
  headers.set("Vary", "Accept-Encoding");
  for (const name of KEPT) {
    const value = asset.headers.get(name);
    if (value !== null && status !== 404) headers.set(name, value);
  }
  return new Response(request.method === "HEAD" || status === 304 ? null : body, { status, headers });
}

/** A file of the console, whose addresses are all its one page. `path` is what follows /console/. */
export async function serveConsole(assets: Assets, request: Request, path: string): Promise<Response> {
  const file = toConsoleFile(path);
  const asset = file === undefined ? undefined : await fetchAsset(assets, request, `console/${file}`);
  if (file === undefined || !asset || asset.status === 404) {
    return answerPlain("没有这个文件，请刷新页面。", 404, CONSOLE_HEADERS);
  }
  return frame(request, asset, file, { table: CONSOLE_HEADERS, cache: consoleCacheControl(file) });
}

async function serveFile(
  assets: Assets,
  request: Request,
  file: string,
  hidden: readonly string[],
): Promise<Response | undefined> {
  // While something is hidden nothing is "not modified": what it says has to be looked at.
  const asset = await fetchAsset(assets, hidden.length === 0 ? request : new Request(request.url), file);
  if (asset.status === 404) return undefined;
  if (hidden.length === 0) return frame(request, asset, file);
  const bytes = new Uint8Array(await asset.arrayBuffer());
  return isHidden(hidden, `/${file}`, bytes) ? answerHidden() : frame(request, asset, file, { body: bytes });
}

/** The page of a miss. */
export async function serveMiss(assets: Assets, request: Request): Promise<Response> {
  const asset = await fetchAsset(assets, new Request(request.url), "404.html");
  return frame(request, asset, "404.html", { status: 404 });
}

/** Assets lie in one folder; what is the console's is served as such or not at all. */
const isOfAnother = (file: string): boolean =>
  file === "_headers" || file.startsWith("console/") || file.startsWith(PACKS);

/** A file of the portal. `pathname` is below the base; what `hidden` names waits for the next release. */
export async function servePortal(
  assets: Assets,
  request: Request,
  pathname: string,
  { base, hidden }: { readonly base: string; readonly hidden: readonly string[] },
): Promise<Response> {
  if (isHidden(hidden, decodePath(pathname))) return answerHidden();
  const path = toFile(pathname);
  if (path === undefined || isOfAnother(path)) return await serveMiss(assets, request);
  const isFolder = path === "" || path.endsWith("/");
  const found = await serveFile(assets, request, isFolder ? `${path}index.html` : path, hidden);
  if (found) return found;
  const folder = isFolder ? undefined : await fetchAsset(assets, new Request(request.url), `${path}/index.html`);
  if (!folder?.ok) return await serveMiss(assets, request);
  await folder.body?.cancel();
  return answerPlain("", 301, { Location: `${base}/${encodeURI(path)}/`, "Cache-Control": cacheControl(path) });
}
