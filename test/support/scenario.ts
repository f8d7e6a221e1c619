import { expect } from "vitest";
import type { Answer, Ask } from "./client.ts";
import { clientOf } from "./client.ts";
import { findRegistered, listRegistered } from "./operations.ts";
import type { Person, World } from "./world.ts";
import { copyWorld } from "./world.ts";

/** One request and all that its answer must and must not hold. */
export type Scenario = Omit<Ask, "body"> & {
  readonly name: string;
  /** Undefined: a stranger without a key. */
  readonly as?: Person;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  /** The code of the problem document. */
  readonly code?: string;
  readonly mustContain?: readonly string[];
  readonly mustNotContain?: readonly string[];
  /** What must have happened before. */
  readonly before?: (world: World) => Promise<unknown>;
  /** What must be true afterwards, beside the answer. */
  readonly after?: (world: World, answer: Answer) => Promise<unknown>;
};

/** What every answer of the API must have, whoever asks for whatever. */
function expectFrame(path: string, { headers, status, json }: Answer): void {
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  // The console shows the preview of a page in a frame; nothing else stands in one.
  const framers = path.endsWith("/preview") && status < 400 ? "'self'" : "'none'";
  expect(headers.get("content-security-policy")).toContain(`frame-ancestors ${framers}`);
  expect(headers.get("strict-transport-security")).toMatch(/max-age=(?:3153600\d|[4-9]\d{7,})/);
  expect(headers.get("access-control-allow-origin")).toBeNull();
  if (status < 400) return;
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(json).toMatchObject({
    status,
    type: `urn:huiyin:problem:${json.code}`,
    requestId: headers.get("x-request-id"),
  });
  expect(json.detail).toMatch(/\p{Script=Han}/u);
  expect(json.title).toMatch(/\p{Script=Han}/u);
}

/** The document promises the whole answer, field by field, and nothing besides. */
function expectAsDocumented(world: World, scenario: Scenario, answer: Answer): void {
  const operation = findRegistered(listRegistered(world.app), scenario.method ?? "GET", scenario.path);
  if (answer.status >= 300 || !operation?.schema) return;
  const result = operation.schema.safeParse(answer.json);
  expect(result.success ? [] : result.error.issues).toEqual([]);
}

export async function runScenario(base: World, scenario: Scenario): Promise<void> {
  const { as, path, status, code, mustContain = [], mustNotContain = [], before, after } = scenario;
  const world = await copyWorld(base);
  try {
    await before?.(world);
    const answer = await clientOf(world, as && world.people[as])(path, scenario);
    expect({ status: answer.status, code: answer.json?.code }, answer.text).toMatchObject({
      status,
      ...(code ? { code } : {}),
    });
    for (const text of mustContain) expect(answer.text).toContain(text);
    for (const text of mustNotContain) expect(answer.text).not.toContain(text);
    expectFrame(scenario.path, answer);
    expectAsDocumented(world, scenario, answer);
    expect(world.reports).toEqual([]);
    await after?.(world, answer);
  } finally {
    await world.close();
  }
}
