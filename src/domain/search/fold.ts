/** Full-width ASCII (U+FF01–FF5E) lies at this distance from ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0;

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0x3000) return " ";
  const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : char;
  return plain >= "A" && plain <= "Z" ? plain.toLowerCase() : plain;
}

/**
 * Full width to half width, capitals to small letters. Keeps every UTF-16 index where it was,
 * so that a place found in the folded text is the place in the text that is shown.
 */
export function foldText(text: string): string {
  return text.replace(/[A-Z\u3000\uff01-\uff5e]/g, foldChar);
}
