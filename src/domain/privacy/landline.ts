import type { DigitChain } from "./digit-chain.ts";
import { isSpeltOut, isWindow, shapeOf } from "./digit-chain.ts";
import type { DigitView } from "./digit-view.ts";
import type { Hit } from "./hit.ts";
import { wordsBefore } from "./hit.ts";

// With area code 10 to 12, without it 7 or 8.
const LENGTHS = [12, 11, 10, 8, 7] as const;
const SHORTEST = 7;
const AREA = /^0(?:10|2\d|[3-9]\d\d)/;
const SHAPES = new Set(["3,7", "3,8", "4,7", "4,8", "3,4,4", "4,4,4", "3,3,4", "4,3,4"]);
// 发票号码 and the like are numbers of things.
const PHONE_WORDS =
  /(?:电话|座机|固话|宅电|传真|联系方式|(?<![票证件牌书单据照函箱编])号码|致电|拨打|tel|fax)(?:是|为|号码|号)?$/i;
// Numbers that an office gives out to everyone by their very name.
const PUBLIC_LINE =
  /(?:热线|值班电话|服务电话|监督电话|举报电话|咨询电话|投诉电话|公开电话|办公电话|窗口电话)(?:是|为|号码)?$/;

/** Whose line it is, said in the words before: an office, and nobody at home. */
const OFFICE = /办公室|[局委科股处]|政府|中心|窗口|大厅|大队|支队|办事处|服务站|单位/;
const AT_HOME = /代表|委员(?!会)|宅|家里|家中|本人|个人|村民|居民|群众|老人|户主|学生|患者|当事人|投诉人|反映人/;
const OFFICE_REACH = 26;
const FULL_LENGTH = 10;

export function digitsOnly(text: string): string {
  return text.normalize("NFKC").replace(/\D+/g, "");
}

function isOfficeLine(digits: string, officeLines: readonly string[]): boolean {
  return officeLines.some((line) => line === digits || (digits.length < 10 && line.endsWith(digits)));
}

type Place = { readonly text: string; readonly chain: DigitChain; readonly from: number; readonly length: number };

/** Groups of the window, counted up to three: a telephone has no more. */
function hasFewGroups({ chain, from, length }: Place): boolean {
  let groups = 0;
  for (let digit = from; digit < from + length && groups <= 3; digit += 1) if (chain.opens[digit] === true) groups += 1;
  return groups <= 3;
}

function isFullNumber({ text, chain, from, length }: Place): boolean {
  if (!AREA.test(chain.digits.slice(from, from + 4))) return false;
  const { sizes, gaps } = shapeOf(chain, text, from, from + length);
  if (gaps.some((gap) => /[.,、。;:*]/.test(gap))) return false;
  // An unbroken run of digits may be any code; only the words before make it a telephone.
  return sizes.length > 1 ? SHAPES.has(sizes.join()) : PHONE_WORDS.test(wordsBefore(text, chain.at[from] ?? 0, 14));
}

function isLocalNumber({ text, chain, from, length }: Place): boolean {
  const { sizes, gaps } = shapeOf(chain, text, from, from + length);
  if (sizes.length > 2 || gaps.some((gap) => gap !== "-" && gap !== " ")) return false;
  return PHONE_WORDS.test(wordsBefore(text, chain.at[from] ?? 0, 14));
}

function isTelephone(place: Place): boolean {
  if (!hasFewGroups(place)) return false;
  return place.length >= 10 ? isFullNumber(place) : isLocalNumber(place);
}

function isOfAnOffice(text: string, at: number): boolean {
  const sentence =
    text
      .slice(Math.max(0, at - OFFICE_REACH), at)
      .split(/[。;!?]/)
      .at(-1) ?? "";
  return PHONE_WORDS.test(wordsBefore(text, at, 14)) && OFFICE.test(sentence) && !AT_HOME.test(sentence);
}

/** 0890-6221002（市水务局办公室） */
function isFollowedByOffice(text: string, end: number): boolean {
  const owner = /^\s?[(（]([^)）。;]{2,20})[)）]/u.exec(text.slice(end, end + 24))?.[1] ?? "";
  return OFFICE.test(owner) && !AT_HOME.test(owner);
}

function isAllowed({ text, chain, from, length }: Place, officeLines: readonly string[]): boolean {
  const digits = chain.digits.slice(from, from + length);
  const at = chain.at[from] ?? 0;
  if (isOfficeLine(digits, officeLines) || PUBLIC_LINE.test(wordsBefore(text, at, 14))) return true;
  // With its area code a number is written for the public; a bare local one is for those who know the office.
  const end = (chain.at[from + length - 1] ?? 0) + 1;
  return length >= FULL_LENGTH && (isOfAnOffice(text, at) || isFollowedByOffice(text, end));
}

/** Landlines with an area code, and bare local numbers after 电话. `officeLines` are digits only. */
export function findLandlines(text: string, chain: DigitChain, view: DigitView, officeLines: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  // Spelt out, any digit may open a number; only the first stands behind a word for one.
  const last = isSpeltOut(chain, view) ? 0 : chain.digits.length - SHORTEST;
  for (let from = 0; from <= last; from += 1) {
    for (const length of LENGTHS) {
      if (!isWindow(chain, view, from, length)) continue;
      const place = { text, chain, from, length };
      if (!isTelephone(place) || isAllowed(place, officeLines)) continue;
      const end = (chain.at[from + length - 1] ?? 0) + 1;
      hits.push({ code: "pii_landline", severity: "review", start: chain.at[from] ?? 0, end });
      break;
    }
  }
  return hits;
}
