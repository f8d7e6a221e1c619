import type { XmlElement } from "../ooxml/xml-tree.ts";
import { childrenNamed, findAttribute, findChild, parseXmlTree } from "../ooxml/xml-tree.ts";
import { formatCounter } from "./counter-format.ts";

type Level = { readonly format: string; readonly text: string; readonly start: number };
type NumberList = {
  readonly key: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
};

/** Sets the numbers that Word sets by itself, in the order of reading. "" where a paragraph has none. */
export type Numbering = { readonly nextLabel: (numberId: string | undefined, level: number) => string };

const DEEPEST_LEVEL = 8;
/** What a bullet looks like is a matter of fonts; it is read as this. */
export const BULLET = "•";

function readLevels(element: XmlElement | undefined): Map<number, Level> {
  return new Map(
    childrenNamed(element, "w:lvl").map((level) => [
      Number(findAttribute(level, "w:ilvl") ?? 0),
      {
        format: findAttribute(findChild(level, "w:numFmt"), "w:val") ?? "decimal",
        text: findAttribute(findChild(level, "w:lvlText"), "w:val") ?? "",
        start: Number(findAttribute(findChild(level, "w:start"), "w:val") ?? 1),
      },
    ]),
  );
}

function readLists(root: XmlElement): ReadonlyMap<string, NumberList> {
  const abstracts = new Map(
    childrenNamed(root, "w:abstractNum").map((element) => [
      findAttribute(element, "w:abstractNumId"),
      readLevels(element),
    ]),
  );
  return new Map(
    childrenNamed(root, "w:num").map((element) => {
      const id = findAttribute(element, "w:numId") ?? "";
      const abstractId = findAttribute(findChild(element, "w:abstractNumId"), "w:val");
      const overrides = childrenNamed(element, "w:lvlOverride").flatMap((override): [number, number][] => {
        const start = findAttribute(findChild(override, "w:startOverride"), "w:val");
        return start === undefined ? [] : [[Number(findAttribute(override, "w:ilvl") ?? 0), Number(start)]];
      });
      const key = overrides.length > 0 ? `num-${id}` : `abstract-${abstractId}`;
      return [id, { key, levels: abstracts.get(abstractId) ?? new Map(), starts: new Map(overrides) }];
    }),
  );
}

export function readNumbering(bytes: Uint8Array | undefined): Numbering {
  const lists = bytes ? readLists(parseXmlTree(bytes)) : new Map<string, NumberList>();
  const counters = new Map<string, number[]>();

  const startOf = (list: NumberList, level: number): number =>
    list.starts.get(level) ?? list.levels.get(level)?.start ?? 1;
  const advance = (list: NumberList, level: number): number[] => {
    const values = counters.get(list.key) ?? [];
    const next = Array.from({ length: level + 1 }, (_, at) => values[at] ?? startOf(list, at) - (at === level ? 1 : 0));
    next[level] = (next[level] ?? 0) + 1;
    counters.set(list.key, next);
    return next;
  };
  return {
    nextLabel: (numberId, level) => {
      const list = numberId === undefined || numberId === "0" ? undefined : lists.get(numberId);
      const definition = list?.levels.get(level);
      if (!list || !definition || level > DEEPEST_LEVEL) return "";
      const values = advance(list, level);
      if (definition.format === "bullet") return BULLET;
      return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return formatCounter(list.levels.get(at)?.format ?? "decimal", values[at] ?? startOf(list, at));
      });
    },
  };
}
