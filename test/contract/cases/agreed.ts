import { expect } from "vitest";

const said = new Map<string, unknown>();

/** What the first home answers under this name, the second has to answer too. */
export function expectAgreed(name: string, answer: unknown): void {
  if (!said.has(name)) said.set(name, answer);
  expect(answer, name).toEqual(said.get(name));
}
