import { bareTitle } from "./quote-words.ts";

function pairs(text: string): string[] {
  const chars = [...text];
  return [...new Set(chars.slice(1).map((char, index) => `${chars[index]}${char}`))];
}

/** Dice coefficient of character pairs, 0 to 1. */
export function likeness(left: string, right: string): number {
  const [first, second] = [pairs(left), pairs(right)];
  if (first.length + second.length === 0) return left === right ? 1 : 0;
  const others = new Set(second);
  return (2 * first.filter((pair) => others.has(pair)).length) / (first.length + second.length);
}

/** 关于…的建议 and 关于…的提案 are one title: the registry and the letter disagree on this word only. */
export function titleKey(title: string): string {
  return bareTitle(title)
    .replace(/(?:建议|提案)$/, "")
    .replace(/^关于/, "");
}
