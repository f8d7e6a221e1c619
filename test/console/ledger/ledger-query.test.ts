import { expect, test } from "vitest";
import { toLedgerQuery, withFilter } from "#console/desks/ledger/ledger-query.ts";

test("the address asks only what the ledger knows", () => {
  expect(toLedgerQuery({ q: "学位", state: "", colour: "red", sort: "-dueOn" })).toEqual({ q: "学位", sort: "-dueOn" });
});

test("an empty value takes a filter away and leaves the others", () => {
  expect(withFilter({ q: "学位", kind: "proposal" }, "q", undefined)).toEqual({ kind: "proposal" });
});
