import encodeQr from "qr";

export type QrPath = { readonly size: number; readonly d: string };

const QUIET_ZONE = 4;

/** Dark cells of each row as strokes along its middle: one path, drawn with a stroke of width 1. Quiet zone included. */
export function toQrPath(text: string): QrPath {
  const rows = encodeQr(text, "raw", { ecc: "medium", border: QUIET_ZONE });
  let d = "";
  for (const [y, row] of rows.entries()) {
    for (let x = row.indexOf(true); x >= 0; x = row.indexOf(true, x)) {
      const start = x;
      while (row[x]) x++;
      d += `M${start} ${y}.5h${x - start}`;
    }
  }
  return { size: rows.length, d };
}
