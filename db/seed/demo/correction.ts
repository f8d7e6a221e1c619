import type { DemoPara } from "./demo-city.ts";

export type Corrected = { readonly firstBody: DemoPara[]; readonly secondBody: DemoPara[]; readonly note: string };

const FIGURE = /(\d{2,4})(万元|户|人次|件|个|处)/;

/** 618 becomes 681: two figures changed places, as it happens when one types. */
function swapDigits(figure: string): string {
  const digits = [...figure];
  const [last = "0", before = "0"] = [digits.pop(), digits.pop()];
  return last === before || last === "0" ? String(Number(figure) + 9) : [...digits, last, before].join("");
}

/** The letter as it should be, and the first edition of it with one figure wrong. Throws if there is no figure. */
export function makeCorrection(right: DemoPara[]): Corrected {
  for (const [index, para] of right.entries()) {
    if (!("text" in para) || para.heading) continue;
    const match = FIGURE.exec(para.text);
    if (!match) continue;
    const [whole, figure = "", measure = ""] = match;
    const wrong = swapDigits(figure) + measure;
    const firstBody = right.map((item, place) => (place === index ? { text: para.text.replace(whole, wrong) } : item));
    return { firstBody, secondBody: right, note: `原答复中“${wrong}”有误，应为“${whole}”，其他内容不变。` };
  }
  throw new RangeError("no figure to correct");
}
