const DIGITS = "零一二三四五六七八九十";

/** 一 … 十九, 二十 … : terms and sessions are small. */
function parseChineseNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const [tens = "", ones = ""] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens === "" ? 1 : DIGITS.indexOf(tens)) : 0;
  const one = ones === "" ? 0 : DIGITS.indexOf(ones);
  return ten < 0 || one < 0 || ten * 10 + one === 0 ? undefined : ten * 10 + one;
}

/** 市四届人大五次会议, 市政协四届五次会议 → a sitting; undefined for anything else. */
export function parseSitting(name: string, body: "npc" | "cppcc") {
  const text = name.replace(/第/g, "");
  const match = /([\d一二三四五六七八九十]{1,3})届.*?([\d一二三四五六七八九十]{1,3})次会议$/.exec(text);
  const term = match?.[1] === undefined ? undefined : parseChineseNumber(match[1]);
  const session = match?.[2] === undefined ? undefined : parseChineseNumber(match[2]);
  if (term === undefined || session === undefined) return undefined;
  return { id: `${body}-${term}-${session}`, term, session, name, shortName: name };
}
