import { toPersonName } from "./cell-text.ts";

/** 、 ， , ； ; / and line ends set names apart. */
const SEPARATORS = /[、，,；;/／\r\n]+/;
const NOTHING = /^(?:无|没有|[-—–－\\]*)$/;
/** 甲、乙等5人: the cell does not name everyone. */
const AND_OTHERS = /等\s*[\d０-９一二三四五六七八九十百]*\s*(?:人|名|位)?(?:代表|委员)?$/;
const SHORTEST_UNIT = 3;
const SHORTEST_PERSON = 2;

/** Blanks set names apart only if a whole name stands on each side: 张三 李四 are two, 李 四 is one. */
function splitAtBlanks(text: string, shortest: number): string[] {
  const pieces = text.trim().split(/\s+/);
  return pieces.every((piece) => [...piece].length >= shortest) ? pieces : [text];
}

function splitNames(text: string, shortest: number): string[] {
  return text
    .split(SEPARATORS)
    .flatMap((part) => splitAtBlanks(part, shortest))
    .map(toPersonName)
    .filter((name) => !NOTHING.test(name));
}

export function splitUnits(text: string): string[] {
  return splitNames(text, SHORTEST_UNIT);
}

/** The names of a 联名 cell; null when it names only some of them. */
export function splitPersons(text: string): string[] | null {
  return AND_OTHERS.test(text.trim()) ? null : splitNames(text, SHORTEST_PERSON);
}
