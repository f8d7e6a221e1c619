import { findBlockText } from "#domain/commitment/find-span.ts";
import type { RichText } from "#domain/reply/rich-text.ts";

const MOST = 4;
/** Sections that answer nothing that was asked. */
const FRAME = /情况|措施$|安排|打算|工作$|意见|结果|下一步|督促/;

function toAsk(heading: string): string | undefined {
  const text = heading.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/, "");
  const problem = /^关于(.+的问题)$/.exec(text)?.[1];
  if (problem) return `解决${problem}`;
  return FRAME.test(text) ? undefined : `希望${text}`;
}

/** Points of a motion as its letter takes them up, each with the block that answers it: what follows the heading. */
export function findAsks(body: RichText): { text: string; block: number }[] {
  return body.content
    .flatMap((block, at) => {
      const text = block.type === "heading" ? toAsk(findBlockText(body, at) ?? "") : undefined;
      return text === undefined || body.content[at + 1]?.type !== "paragraph" ? [] : [{ text, block: at + 1 }];
    })
    .slice(0, MOST);
}
