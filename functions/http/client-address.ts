import { isIPv4, isIPv6 } from "node:net";

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

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

/**
 * Whose attempts are counted together. The header counts only where a proxy on this machine speaks to us, and of it only
 * the last entry, which that proxy wrote: whatever a client puts before it is a client's word (T-A07).
 */
export function toClientAddress(peer: string | undefined, forwardedFor: string | undefined): string | undefined {
  if (peer === undefined) return undefined;
  if (!LOOPBACK.test(peer)) return normalise(peer);
  const last = forwardedFor?.split(",").at(-1);
  return last === undefined ? undefined : normalise(last);
}
