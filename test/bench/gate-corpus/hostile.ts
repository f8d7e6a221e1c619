import { scanText } from "#domain/privacy/scan-text.ts";

/** Text made to send an expression, or a search within a search, round and round. */
const PIECES: Readonly<Record<string, string>> = {
  prose: "我局于3月15日召开会议，研究滨河路改造事项，投入资金7798.22万元。",
  "digits and blanks": "1 ",
  "one long number": "6",
  "mobile starts": "13",
  "Chinese digits": "一三",
  "cards without end": "卡号6 ",
  mailboxes: "a@a.",
  secrets: "密码:密",
  "invisible characters": "\u200B",
  pictures: "1📞",
  streets: "路1",
  houses: "1号1单元",
  brackets: "(1).",
  homes: "家住市",
  keys: "eyJ",
  addresses: "://a:",
  telephones: "电话0890-6211234 ",
};
const MEGABYTE = 1_000_000;
const encoder = new TextEncoder();

function fill(piece: string, bytes: number): string {
  return piece.repeat(Math.ceil(bytes / encoder.encode(piece).length));
}

/** Processor milliseconds of this thread, best of three. */
function timeOf(blocks: readonly string[]): number {
  const runs = [1, 2, 3].map(() => {
    const start = process.threadCpuUsage();
    scanText(blocks);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

/** One and two megabytes of each, as one paragraph; the ratio of a linear scan is 2. */
export function measureHostile() {
  const rows = Object.entries(PIECES).map(([name, piece]) => {
    const one = timeOf([fill(piece, MEGABYTE)]);
    const two = timeOf([fill(piece, 2 * MEGABYTE)]);
    return { name, msPerMB: Math.round(one), ratio: Number((two / one).toFixed(2)) };
  });
  return {
    worstRatio: Math.max(...rows.map(({ ratio }) => ratio)),
    slowestMs: Math.max(...rows.map((row) => row.msPerMB)),
    rows,
  };
}
