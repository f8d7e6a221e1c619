import { isIPv4, isIPv6 } from "node:net";
import type { Context } from "hono";
import type { ApiEnv } from "../deps.ts";
import { toProxyTest } from "./trusted-proxies.ts";

/** The first four groups: what one subscriber has (security reference §2.2). */
function toNetwork(address: string): string {
  const url = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = "", tail = ""] = url.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const zeros = url.includes("::") ? Array.from({ length: 8 - before.length - after.length }, () => "0") : [];
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}

/** One form for counting attempts; undefined for what is no address. */
function normalise(raw: string): string | undefined {
  const address = raw.trim().replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(address)) return address;
  return isIPv6(address) && !address.includes("%") ? toNetwork(address) : undefined;
}

const isOwnMachine = toProxyTest([]);

/**
 * Whose attempts are counted together. The header counts only where a proxy of ours speaks to us. Each proxy writes at its end
 * whom it heard from, so it is read from the end, past our own proxies, up to the first that is none: whatever stands
 * before is a client's word (T-A07). Undefined: the machine itself, or nothing that is an address.
 */
export function toClientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean = isOwnMachine,
): string | undefined {
  if (peer === undefined) return undefined;
  if (!isTrusted(peer)) return normalise(peer);
  const heard = (forwardedFor ?? "").split(",").toReversed();
  const client = heard.find((address) => !isTrusted(address)) ?? "";
  return client.trim() === "" && !isOwnMachine(peer) ? normalise(peer) : normalise(client);
}

/** Of whoever sent the request, where the home knows it. */
export function findClientAddress(c: Context<ApiEnv>): string | undefined {
  const { peerOf, isTrustedProxy } = c.get("deps");
  return toClientAddress(peerOf?.(c.env), c.req.header("X-Forwarded-For"), isTrustedProxy);
}
