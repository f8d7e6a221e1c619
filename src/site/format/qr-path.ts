import { encode } from "uqr";

export type QrPath = { readonly size: number; readonly d: string };

/** Dark cells of each row as strokes along its middle: one path, drawn with a stroke of width 1. Quiet zone included. */
export function toQrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const d = data
    .flatMap((row, y) => {
      const line = row.map((isDark) => (isDark ? "1" : "0")).join("");
      return [...line.matchAll(/1+/g)].map((run) => `M${run.index} ${y}.5h${run[0].length}`);
    })
    .join("");
  return { size, d };
}
