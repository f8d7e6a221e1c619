import { describe, expect, it } from "vitest";
import readQr from "qr/decode.js";
import { encode } from "uqr";
import { toQrPath } from "#site/format/qr-path.ts";

/** The strokes as a reader's camera sees them: 4 pixels a cell. */
function draw({ size, d }: { size: number; d: string }) {
  const scale = 4;
  const data = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) {
        const at = (row * size * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width: size * scale, height: size * scale, data };
}

describe.each([
  "https://hy.yunchuan.example/2026/jianyi/39/#szjj",
  `https://x.example/${"zwgk/".repeat(12)}2026/tian/bihui-3/#gxq`,
])("the code of %s", (address) => {
  const path = toQrPath(address);

  it("is read back", () => expect(readQr(draw(path))).toBe(address));

  it("is cell by cell what another library draws", () => {
    const { data, size } = encode(address, { ecc: "M", border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
    const drawn = [...path.d.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)].flatMap(([, x, y, length]) =>
      Array.from({ length: Number(length) }, (_, at) => `${Number(x) + at} ${y}`),
    );
    expect(path.size).toBe(size);
    expect(drawn).toEqual(dark);
  });
});
