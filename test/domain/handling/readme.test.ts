import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { TRANSITIONS } from "#domain/handling/transitions.ts";

it("the README's table of states is the table that the code reads", async () => {
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  const rows = TRANSITIONS.map(({ verb, label, roles, from, to, publication, publicationTo }) => {
    const change = [publication?.join(", "), publicationTo && `→ ${publicationTo}`].filter(Boolean).join(" ");
    return [verb, label, roles.join(", "), from.join(", "), to, change];
  });
  const [, table = ""] = readme.split("<!-- states:");
  const printed = table
    .split("\n")
    .filter((line) => /^\| (?!verb|-)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(printed.slice(0, rows.length)).toEqual(rows);
});
