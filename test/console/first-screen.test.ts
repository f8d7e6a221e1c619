import { expect, test } from "vitest";
import { buildConsole } from "#functions/console/build-console.ts";
import { MOST_SCRIPT, measureFirstScreen } from "#test/support/first-screen.ts";

// The same build as the stories in the browser use.
test("the first screen's script stays within its weight", { timeout: 120_000 }, async () => {
  const scripts = await measureFirstScreen(await buildConsole("/huiyin"));
  const names = scripts.map(({ name }) => name.replace(/-[\w-]{8}\.js$/, ""));
  expect(names).toEqual(expect.arrayContaining(["console-shell", "today"]));
  // TipTap and the tables' machinery belong to screens that come later.
  expect(names).not.toContain("letter-editor");
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_SCRIPT);
});
