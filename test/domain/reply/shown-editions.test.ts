import { expect, it } from "vitest";
import { listShownChanges } from "#domain/reply/shown-editions.ts";

const edition = (
  number: number,
  showsChanges: boolean,
  mode = "full",
  publishedAt: string | null = "2026-06-01 10:00",
) => ({
  number,
  showsChanges,
  mode,
  publishedAt,
});
const shown = (editions: ReturnType<typeof edition>[], live = editions.length) =>
  listShownChanges(editions, live).map(({ before, after }) => `${before.number}-${after.number}`);

it.each([
  ["every correction that shows its changes", [edition(1, false), edition(2, true), edition(3, true)], ["2-3", "1-2"]],
  ["none where the last one shows nothing", [edition(1, false), edition(2, true), edition(3, false)], []],
  ["none before one that shows nothing", [edition(1, false), edition(2, false), edition(3, true)], ["2-3"]],
  ["none of a letter that is not public in full", [edition(1, false), edition(2, true, "redacted")], []],
  ["none against one that was not", [edition(1, false, "summary"), edition(2, true)], []],
  ["none of a draft", [edition(1, false), edition(2, true, "full", null)], []],
])("shows %s", (_, editions, expected) => expect(shown(editions)).toEqual(expected));
