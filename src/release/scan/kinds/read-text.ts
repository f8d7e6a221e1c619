const UTF_16 = [
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
] as const;

/** The words of a text file. Throws where it is in an encoding that nobody declared: what it says would be missed. */
export function readText(path: string, bytes: Uint8Array): string {
  const marked = UTF_16.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  try {
    const text = new TextDecoder(marked?.[0] ?? "utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Told below.
  }
  throw new Error(`Failed to scan ${path}: it is no text in UTF-8 or marked UTF-16`);
}
