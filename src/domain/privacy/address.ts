import type { Hit } from "./hit.ts";
import { wordsAfter, wordsBefore } from "./hit.ts";

// Text comes without blanks. A home is finer than 乡镇、街道 (the masking standard of security.md §1.3).
// A digit in any hand: western, Chinese, in capitals, as spoken, a letter that looks like one; (3) and 3. are what folding leaves of ⑶ and ⒊.
const DIGIT = "[0-9一二三四五六七八九十百零〇两壹贰貳叁參肆伍陆陸柒捌玖拾幺洞拐勾○OОΟοolI|]";
const N = `(?:(?:\\(?${DIGIT}[).,]?){1,6}|[甲乙丙丁A-Ea-e])`;
const HOUSE = "(?:号院|号楼|[号號]|#楼?|栋|棟|幢|座|单元|單元|门栋)";
const ROOM = "(?:室|房|号|號)";
/** 8栋435户 counts households; only 2单元501户 is one of them. */
const HOUSEHOLD = "(?:户(?!籍))";
/** 捌幢壹零贰: a room spelt out, without 室 */
const HAN_ROOM = "[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{3,4}(?![十百千万年人户个件米层楼期产级类是])";
const LINK = "[-,·./]?";
/** 3栋2单元501室, 12号楼3单元502 */
const FLAT = new RegExp(
  `${N}${HOUSE}${LINK}(?:${N}(?:单元|單元|栋|棟|幢|座|门|层|楼)${LINK}){0,3}(?:${N}${ROOM}|(?<=单元|單元)${N}${HOUSEHOLD}|[0-9]{3,4}(?![0-9年万元人户个件平米.])|${HAN_ROOM})`,
  "gu",
);
/** 滨河小区3-2-501 */
const DASHED = new RegExp(
  "(?:小区|花园|家园|公寓|苑|庭|府|邨|新村|社区|院)[0-9]{1,3}[-#][0-9]{1,3}(?:[-#][0-9]{1,4})?(?![-0-9年月栋棟幢期层号单网地标])",
  "gu",
);
/** 金桂园6-1-1802: house, stair, flat */
const THREE_PARTS = /[园苑庭府邨村院城湾里居郡墅座寓区][0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?![-0-9年月])/gu;
/** 滨河路88号; 号线, 号路灯 and the like are no houses. */
const STREET = new RegExp(
  `(?:路|街|巷|弄|胡同|大道|里弄)${N}[号號](?!线|文|令|公告|路灯|灯|杆|井|桥|泵|闸|点|机|坑|渠|坝|堤|地块|孔|匝道|出口|入口|出入口|口|(?:至|到|[-—~])${N}[号號])`,
  "gu",
);
/** 半坡田村3组12号, 鱼跳滩村第三村民小组 */
const GROUP = new RegExp(
  `(?<![0-9一二三四五六七八九十个各])(?:村|社区|屯|庄|寨)第?${N}(?:村民)?(?:小组|组|社|队)(${N}[号號户])?`,
  "gu",
);
/** 村12号 */
const VILLAGE = new RegExp(
  `(?<![0-9一二三四五六七八九十个各])(?:村|屯|庄|寨|苑|花园|家园|小区|公寓)${N}(?:[号號]|号楼|栋|棟|幢)(?!线|文|令|路灯|灯|井|桥|泵|闸|点|机|渠|坝|堤|公告)`,
  "gu",
);
const HOME =
  "(?:家住|家在|住址|住在|住于|现住|户籍地|户籍所在地|家庭地址|通讯地址|通信地址|收件地址|收货地址|租住在?|暂住|居住地|居住在|居住于|现居|通讯处|住处)";
const HOME_WORDS = new RegExp(HOME, "u");
/** 家住云川市石门乡鱼跳滩村: named by its town and by something finer. */
const LIVES_AT = new RegExp(
  `${HOME}[:为在于是]{0,2}([^。；;,，、]{1,20}?(?:[市县区镇乡]|街道)[^。；;,，、]{1,16}?(?:村|社区|小区|路|街(?!道)|巷|苑|花园|公寓|屯|寨))`,
  "gu",
);
/** A word for a home, and before long a house, a stair, a floor or a group of a village. */
const HOME_THEN_HOUSE = new RegExp(
  `${HOME}[:为在于是]{0,2}[^。；;!?]{0,30}?(${N}(?:[号號]|栋|棟|幢|单元|單元|楼|室|组|社(?!区)|弄))`,
  "gu",
);
/** 住址变更登记窗口在3号楼: not about anybody's home */
const NO_HOME = /窗口|登记|办理|变更|填写|核实|改造|加装|涉及|群众|居民|实施|服务/;
/** Works on a compound or a stretch of road. */
const PUBLIC_WORKS =
  /^[院段]?(?:片区|地块|及?周边|沿线|门口|门前)?(?:的)?(?:老旧|违法|违章)?(?:改造|整治|提升|拆除|加装|建设|征收|外墙|排水|污水|供暖|施工|工程)/;
const LONGEST_NAME = 6;
const NAME_UNIT = /[^\P{Script=Han}省市县区乡镇道于在住址是为的至到对]/u;
const PERSON = /村民|居民|户主|群众|同志|代表|委员|先生|女士|老人/;
const PUBLIC_PLACE =
  /局|中心|大厅|窗口|公司|医院|学校|小学|中学|幼儿园|馆|厂|站|所|银行|门店|超市|政府|办事处|委员会|大楼|大厦|市场|酒店|办公|位于|地点|设在/;

function hit(start: number, length: number): Hit {
  return { code: "pii_address", severity: "review", start, end: start + length };
}

function isHome(text: string, at: number): boolean {
  return HOME_WORDS.test(wordsBefore(text, at, 30));
}

function isPublicStreet(text: string, start: number, end: number): boolean {
  const after = wordsAfter(text, end, 12);
  return PUBLIC_PLACE.test(wordsBefore(text, start, 14) + after) || PUBLIC_WORKS.test(after);
}

function findStreets(text: string): Hit[] {
  return findPlain(text, STREET).filter(({ start, end }) => isHome(text, start) || !isPublicStreet(text, start, end));
}

/** Works in a village group are public; a person's group, or one with a house number, is a home. */
function findGroups(text: string): Hit[] {
  return [...text.matchAll(GROUP)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
    const ends = /^(?:$|[。，,；;)(])/.test(after) || PERSON.test(after);
    const telling = match[1] !== undefined || isHome(text, match.index) || ends;
    return telling ? [hit(match.index, match[0].length)] : [];
  });
}

function findHomes(text: string): Hit[] {
  return [...text.matchAll(LIVES_AT)].map((match) => {
    const place = match[1] ?? "";
    return hit(match.index + match[0].length - place.length, place.length);
  });
}

function findHomeHouses(text: string): Hit[] {
  return [...text.matchAll(HOME_THEN_HOUSE)].flatMap((match) => {
    const house = match[1] ?? "";
    const end = match.index + match[0].length;
    return NO_HOME.test(match[0]) ? [] : [hit(end - house.length, house.length)];
  });
}

function findPlain(text: string, pattern: RegExp): Hit[] {
  return [...text.matchAll(pattern)].map((match) => hit(match.index, match[0].length));
}

function findVillageHouses(text: string): Hit[] {
  return findPlain(text, VILLAGE).filter(
    ({ start, end }) => isHome(text, start) || PERSON.test(text.slice(start - 20, start) + text.slice(end, end + 6)),
  );
}

/** The name before 路18号, back to the town or to a word that is no part of it. */
function nameStart(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < LONGEST_NAME && NAME_UNIT.test(text[at - 1] ?? "")) at -= 1;
  return at;
}

/** Parts of one address, found by different rules, are one finding. */
function joinTouching(hits: readonly Hit[]): Hit[] {
  const joined: Hit[] = [];
  for (const next of hits.toSorted((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, next.end) };
    else joined.push(next);
  }
  return joined;
}

export function findAddresses(text: string): Hit[] {
  const found = [
    ...findPlain(text, FLAT),
    ...findPlain(text, DASHED),
    ...findPlain(text, THREE_PARTS),
    ...findStreets(text),
    ...findGroups(text),
    ...findVillageHouses(text),
    ...findHomes(text),
    ...findHomeHouses(text),
  ];
  return joinTouching(found.map((part) => ({ ...part, start: nameStart(text, part.start) })));
}
