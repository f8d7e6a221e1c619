const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[(name as string).toLowerCase()] ?? whole;
    const point = hex ? Number.parseInt(hex as string, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function decodeEscapes(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2}){3,}/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** One spelling for all: compatibility forms, joiners, spaces and marks of every kind gone. */
export function foldText(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}\p{Mn}]+/gu, "");
}

/** The readings of a text artefact in which a withheld string could stand: as it is, decoded, and without tags. */
export function readingsOf(text: string): string[] {
  const decoded = decodePercent(decodeEscapes(decodeEntities(text)));
  const readings = [foldText(decoded)];
  if (decoded.includes("<")) readings.push(foldText(decoded.replace(/<[^>]*>/g, "")));
  return readings;
}
