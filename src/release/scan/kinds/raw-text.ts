const ENCODINGS = ["utf-8", "utf-16le", "utf-16be"] as const;

/**
 * What bytes of no known layout say, in every encoding in which a program may have put words there; two-byte ones from
 * both places at which a character can begin.
 */
export function* readRawText(bytes: Uint8Array): Generator<string> {
  for (const encoding of ENCODINGS) {
    yield new TextDecoder(encoding).decode(bytes);
    if (encoding !== "utf-8") yield new TextDecoder(encoding).decode(bytes.subarray(1));
  }
}
