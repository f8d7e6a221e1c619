/**
 * Headers of every file of the portal. No inline script or style exists, so the policy allows none. HSTS one year (ASVS 5.0 3.4.1) has effect over https only.
 */
export const SITE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/**
 * The portal's policy, and a store by nobody: what the console shows is the office's own. Component libraries set styles
 * by script only, which no policy forbids, so none has to be allowed here.
 */
export const CONSOLE_HEADERS: Readonly<Record<string, string>> = {
  ...SITE_HEADERS,
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Robots-Tag": "noindex",
};

const FOREVER = "public, max-age=31536000, immutable";

/** Compiled styles and scripts carry their hash in the name; everything else is asked for again. */
export function cacheControl(path: string): string {
  return path.startsWith("_astro/") ? FOREVER : "public, max-age=0, must-revalidate";
}

/** File of the console for an address below /console/: an asset, or the one page; undefined: no asset has such a name. */
export function toConsoleFile(path: string): string | undefined {
  if (!path.startsWith("assets/")) return "index.html";
  return /^assets\/[\w.-]+$/.test(path) ? path : undefined;
}

export function consoleCacheControl(file: string): string {
  return file.startsWith("assets/") ? FOREVER : "no-cache";
}
