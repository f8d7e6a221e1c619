import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clientOf } from "#test/support/client.ts";
import type { Client } from "#test/support/client.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { World } from "#test/support/world.ts";
import { makeWorld } from "#test/support/world.ts";

const RETURNED = "2026-jianyi-40.jiaoti";

let world: World;
let ask: Client;
beforeAll(async () => {
  world = await makeWorld();
  ask = clientOf(world, world.people.jiaoti);
});
afterAll(async () => await world.close());

const put = async (body: unknown) =>
  await ask(`/api/replies/${RETURNED}/draft`, {
    method: "PUT",
    headers: { "If-Match": '"v5"' },
    body: JSON.stringify(body),
  });

it("whatever JSON comes in place of a draft, the answer names fields in Chinese and nothing is written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (body) => {
      const { status, json } = await put(body);
      expect(status).toBe(422);
      expect(json.errors.length).toBeGreaterThan(0);
      for (const error of json.errors) expect(error.message).toMatch(/\p{Script=Han}/u);
    }),
    { numRuns: 150 },
  );
  expect((await ask(`/api/replies/${RETURNED}`)).headers.get("etag")).toBe('"v5"');
});

it("one wrong field in a good draft is named by its path", async () => {
  const draft = cleanDraft(RETURNED);
  const fields = Object.keys(draft.letter).filter((field) => field !== "body");
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.constantFrom(7, true, [], {}, "", " "), async (field, value) => {
      const { status, json } = await put({ ...draft, letter: { ...draft.letter, [field]: value } });
      expect(status).toBe(422);
      expect(json.errors.map((error: { path: string }) => error.path)).toEqual([`letter.${field}`]);
      expect(json.detail).toContain(`letter.${field}`);
    }),
    { numRuns: 60 },
  );
});

it.each([
  ["a script link", { type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }],
  ["a node that is none", { type: "image", attrs: { src: "x" } }],
  ["raw HTML", { type: "html", html: "<b>x</b>" }],
])("%s cannot be stored", async (_, inline) => {
  const draft = cleanDraft(RETURNED);
  const body = { type: "doc", content: [{ type: "paragraph", content: [inline] }] };
  const { status, json, text } = await put({ ...draft, letter: { ...draft.letter, body } });
  expect(status).toBe(422);
  expect(json.errors[0].path).toMatch(/^letter\.body/);
  expect(text).not.toContain("javascript:");
});

it("whatever stands in a query, the answer is 200 or 422", async () => {
  const names = fc.constantFrom(
    "campaign",
    "kind",
    "state",
    "unit",
    "role",
    "q",
    "sort",
    "cursor",
    "limit",
    "overdue",
    "x",
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, fc.string({ unit: "binary" }), { maxKeys: 4 }), async (query) => {
      const { status } = await ask(`/api/assignments?${new URLSearchParams(query).toString()}`);
      expect([200, 422]).toContain(status);
    }),
    { numRuns: 150 },
  );
  expect(world.reports).toEqual([]);
});

it("whatever stands in a path, the answer is 404 or 422", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), async (id) => {
      const { status } = await ask(`/api/replies/${encodeURIComponent(id)}`);
      expect([404, 422]).toContain(status);
    }),
    { numRuns: 100 },
  );
});
