import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { ApiEnv } from "../deps.ts";
import { HttpProblem } from "./http-problem.ts";

const NAME = "huiyin";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** https at our door, or at that of the proxy in front. */
function isSecure(c: Context<ApiEnv>): boolean {
  const { origin = "" } = c.get("deps");
  return origin.startsWith("https:") || new URL(c.req.url).protocol === "https:";
}

/** `__Host-`: Secure, of this host alone, for the whole of it (ASVS 3.3.1, 3.3.3). No Max-Age: it ends with the browser. */
const SECURE = { prefix: "host", path: "/", secure: true, httpOnly: true, sameSite: "Strict" } as const;
const PLAIN = { path: "/", httpOnly: true, sameSite: "Strict" } as const;

export function readSessionToken(c: Context<ApiEnv>): string | undefined {
  return isSecure(c) ? getCookie(c, NAME, "host") : getCookie(c, NAME);
}

export function hasSessionToken(c: Context<ApiEnv>): boolean {
  return readSessionToken(c) !== undefined;
}

/** Plain http is for the machine itself; elsewhere a password may not travel so. Throws HttpProblem. */
export function requireSafeLine(c: Context<ApiEnv>): void {
  if (!isSecure(c) && !LOOPBACK.has(new URL(c.req.url).hostname)) throw new HttpProblem("insecure_connection");
}

export function giveSessionToken(c: Context<ApiEnv>, token: string): void {
  setCookie(c, NAME, token, isSecure(c) ? SECURE : PLAIN);
}

export function takeSessionToken(c: Context<ApiEnv>): void {
  deleteCookie(c, NAME, isSecure(c) ? SECURE : PLAIN);
}
