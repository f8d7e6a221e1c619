import { BlockList, isIP } from "node:net";

/** Comma or space between; blanks ignored. */
export function toAddressList(text: string): string[] {
  return text.split(/[\s,]+/).filter((entry) => entry !== "");
}

type Entry = { readonly address: string; readonly family: "ipv4" | "ipv6"; readonly bits: number };

function parseEntry(entry: string): Entry | undefined {
  const [address = "", bits, ...rest] = entry.split("/");
  const version = isIP(address);
  if (version === 0 || address.includes("%") || rest.length > 0) return undefined;
  const longest = version === 4 ? 32 : 128;
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return undefined;
  const length = Number(bits ?? longest);
  return length <= longest ? { address, family: version === 4 ? "ipv4" : "ipv6", bits: length } : undefined;
}

export function isAddressList(text: string): boolean {
  return toAddressList(text).every((entry) => parseEntry(entry) !== undefined);
}

const withoutMapping = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Whether an address is one of these, or the machine itself. Entries that are none are passed over. */
export function toProxyTest(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const { address, family, bits } of entries.map(parseEntry).filter((entry) => entry !== undefined))
    list.addSubnet(address, bits, family);
  list.addSubnet("127.0.0.0", 8, "ipv4");
  list.addAddress("::1", "ipv6");
  return (raw) => {
    const address = withoutMapping(raw.trim());
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? "ipv4" : "ipv6");
  };
}
