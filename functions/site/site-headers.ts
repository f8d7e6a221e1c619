/**
 * Headers of every file of the portal. No inline script or style exists, so the policy allows none;
 * Pagefind compiles WebAssembly. HSTS one year (ASVS 5.0 3.4.1) has effect over https only.
 */
export const SITE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** Compiled styles and scripts carry their hash in the name; everything else is asked for again. */
export function cacheControl(path: string): string {
  return path.startsWith("_astro/") ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
}
