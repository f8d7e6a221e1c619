import { describe, expect, it } from "vitest";
import { scanText } from "#domain/privacy/scan-text.ts";

/** Texts made to send a backtracking expression, or a search in a search, round and round. */
const HOSTILE: Readonly<Record<string, string>> = {
  "single digits": "1 ",
  "mobile starts": "13",
  "Chinese digits": "一三",
  "one long number": "6",
  "cards without end": "卡号6 ",
  mailboxes: "a@a.",
  "words before a secret": "密码:密",
  "invisible characters": "\u200B",
  streets: "路1",
  houses: "1号1单元",
  homes: "家住市",
  telephones: "电话0890-6211234 ",
  keys: "eyJ",
  addresses: "://a:",
};
const SIZE = 40_000;
const TIMES = 4;

/** Processor time of this thread, best of three: other work on the machine is not counted. */
function bestMilliseconds(text: string): number {
  const runs = [1, 2, 3].map(() => {
    const start = process.threadCpuUsage();
    scanText([text]);
    const used = process.threadCpuUsage(start);
    return (used.user + used.system) / 1000;
  });
  return Math.min(...runs);
}

describe.each(Object.entries(HOSTILE))("%s", (_, piece) => {
  it("takes time in proportion to its length", () => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length));
    const once = bestMilliseconds(text);
    // Linear work takes four times as long, quadratic sixteen.
    expect(bestMilliseconds(text.repeat(TIMES))).toBeLessThan(once * TIMES * 2 + 50);
  });
});
