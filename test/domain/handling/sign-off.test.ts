import { describe, expect, it } from "vitest";
import type { Duty } from "#domain/account/duty.ts";
import { checkSigner } from "#domain/handling/sign-off.ts";

const person = (id: string, duty: Duty | null = null) => ({ id, duty });
const actorOf = ({ id, duty }: ReturnType<typeof person>) => ({
  id,
  name: id,
  role: "unit" as const,
  unitCode: "zhujian",
  ...(duty === null ? {} : { duty }),
});

describe("who signs for a unit", () => {
  const handler = person("a", "handler");
  const signer = person("b", "signer");
  const both = person("c");

  it.each([
    ["a signer who did not write", signer, false, [handler, signer], null],
    ["a signer who wrote", signer, true, [handler, signer], "needs_signer"],
    ["a handler, whether or not they wrote", handler, false, [handler, signer], "needs_signer_duty"],
    ["a handler beside another handler", handler, false, [handler, person("d", "handler")], "needs_signer_duty"],
    ["one without a duty who did not write", both, false, [handler, both], null],
    ["one without a duty who wrote", both, true, [handler, both], "needs_signer"],
    ["the only person, who wrote", both, true, [both], null],
    ["the only person, though a handler", handler, true, [handler], null],
    ["one whose unit lists nobody", both, true, [], null],
  ] as const)("%s", (_, actor, isAuthor, staff, code) => {
    expect(checkSigner(actorOf(actor), isAuthor, staff)?.code ?? null).toBe(code);
  });
});
