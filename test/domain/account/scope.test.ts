import { describe, expect, it } from "vitest";
import { SCOPE_PATTERN, isInScope } from "#domain/account/scope.ts";

describe("the scope of a key", () => {
  it.each([
    [null, "motions", "write", true],
    [["motions:read"], "motions", "read", true],
    [["motions:read"], "motions", "write", false],
    [["motions:write"], "motions", "read", false],
    [["motions:read"], "replies", "read", false],
    [[], "motions", "read", false],
  ] as const)("%j on %s to %s: %s", (scopes, resource, mode, allowed) => {
    expect(isInScope(scopes, { resource, mode })).toBe(allowed);
  });

  it.each(["motions:read", "feedback-forms:write"])("%s is one", (text) => expect(text).toMatch(SCOPE_PATTERN));
  it.each(["motions", "motions:delete", "*:read", "Motions:read", ":read", "motions:read "])("%s is none", (text) =>
    expect(text).not.toMatch(SCOPE_PATTERN),
  );
});
