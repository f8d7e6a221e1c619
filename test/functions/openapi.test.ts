import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRANSITIONS, VERBS } from "#domain/handling/transitions.ts";
import { createApi } from "#functions/app.ts";
import { isPublicPath } from "#functions/http/authentication.ts";
import { findOpenApiFaults } from "#test/support/check-openapi.ts";
import type { TestApp } from "#test/support/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";
import { clientOf } from "#test/support/client.ts";

type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, unknown>[];
  "x-roles": string[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: { additionalProperties?: unknown } }> };
  responses: Record<
    string,
    { content?: Record<string, { schema: { $ref?: string } }>; headers?: Record<string, unknown> }
  >;
};
type Entry = { path: string; method: string; operation: Operation };

let t: TestApp;
let document: { paths: Record<string, Record<string, Operation>> };
let entries: Entry[];
beforeAll(async () => {
  t = await openTestApp();
  document = (await clientOf(t)("/api/openapi.json")).json;
  entries = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
});
afterAll(async () => await t.close());

const each = (check: (entry: Entry) => void) => {
  expect(entries.length).toBeGreaterThan(30);
  for (const entry of entries) check(entry);
};

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1", () => expect(findOpenApiFaults(document)).toEqual([]));

  it("names, sums up in Chinese and groups every operation", () =>
    each(({ path, operation }) => {
      expect(operation.operationId, path).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operation.summary, path).toMatch(/\p{Script=Han}/u);
      expect(operation.tags, path).toHaveLength(1);
    }));

  it("says of every operation who may, and asks for a key but on the public ones", () =>
    each(({ path, operation }) => {
      expect(operation["x-roles"].length, path).toBeGreaterThan(0);
      expect(operation.security, path).toEqual(isPublicPath(path) ? [] : [{ apiKey: [] }, { session: [] }]);
    }));

  it("documents every refusal as a problem document", () =>
    each(({ path, operation }) => {
      const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      const expected = isPublicPath(path) ? ["500"] : ["401", "403", "500", "503"];
      expect(
        refusals.map(([status]) => status),
        path,
      ).toEqual(expect.arrayContaining(expected));
      for (const [status, response] of refusals) {
        const schema = response.content?.["application/problem+json"]?.schema;
        expect(schema, `${path} ${status}`).toEqual({ $ref: "#/components/schemas/Problem" });
      }
    }));

  it("takes no field that it does not list", () =>
    each(({ path, operation }) => {
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        expect(schema.additionalProperties, path).toBe(false);
      }
    }));

  it("asks If-Match of every change of something, and Idempotency-Key of every act that is done once", () =>
    each(({ path, method, operation }) => {
      if (method === "get") return;
      const headers = (operation.parameters ?? []).filter((item) => item.in === "header");
      const once = [
        "addJointUnit",
        "addPerson",
        "addReturnReason",
        "addUnit",
        "draftDocument",
        "draftBulletin",
        "draftSummary",
        "publishDocument",
        "withdrawDocument",
        "publishEmergency",
        "publishFollowUp",
        "sendReminder",
        "recordContact",
        "registerMotion",
        "requestExtension",
        "withdrawMotion",
        "createCampaign",
        "createRelease",
        "rollBackRelease",
        "importAllocation",
        "importReplies",
        "publishReply",
        "withdrawReply",
        "startArchive",
        "takeArchiveLetters",
        "releaseArchive",
        "requestOverride",
        "addAttachment",
      ];
      const needed = [
        ...(/\{(?:id|slug|code)\}|^\/api\/settings\//.test(path) ? ["If-Match"] : []),
        ...(once.includes(operation.operationId) ? ["Idempotency-Key"] : []),
      ];
      expect(
        headers.map(({ name }) => name),
        path,
      ).toEqual(needed);
      expect(headers.every(({ required }) => required)).toBe(true);
    }));

  it("gives an ETag with whatever If-Match may be asked of", () => {
    const withEtag = entries
      .filter(({ operation }) => operation.responses["200"]?.headers?.["ETag"])
      .map(({ operation }) => operation.operationId);
    // What is gone has no version any more.
    const changes = entries.filter(
      ({ path, method, operation }) => method !== "get" && path.includes("{id}") && !operation.responses["204"],
    );
    expect(withEtag).toEqual(
      expect.arrayContaining(["getReply", "getAssignment", ...changes.map(({ operation }) => operation.operationId)]),
    );
  });

  it("has a route for every verb of the table, for exactly its roles", () => {
    for (const verb of VERBS) {
      const found = entries.find(({ path }) => path === `/api/replies/{id}/${verb}`);
      const roles = new Set(TRANSITIONS.filter((rule) => rule.verb === verb).flatMap((rule) => rule.roles));
      expect(found?.operation["x-roles"].toSorted(), verb).toEqual([...roles].toSorted());
    }
  });

  it("speaks of the base path where there is one", async () => {
    const based = createApi({ db: t.db, now: t.clock.now, keyring: TEST_KEYRING, version: "test", base: "/huiyin" });
    expect((await clientOf({ app: based })("/huiyin/api/openapi.json")).json.servers).toEqual([{ url: "/huiyin/" }]);
  });
});

describe("the page of the documentation", () => {
  it("shows every operation with its address", async () => {
    const { text } = await clientOf(t)("/api/docs");
    each(({ path, operation }) => {
      expect(text).toContain(`id="${operation.operationId}"`);
      expect(text).toContain(path);
      expect(text).toContain(operation.summary);
    });
  });

  it("needs no script and no other host; its one style is named by its hash", async () => {
    const { text, headers } = await clientOf(t)("/api/docs");
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? "";
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style))).toString("base64");
    expect(headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(text).not.toMatch(/<script|\son\w+=|style="|https?:\/\//);
  });
});

describe("the reader of OpenAPI finds", () => {
  const schema = { $ref: "#/components/schemas/Nil" };
  const inQuery = { name: "x", in: "query", schema: { type: "string", nullable: true } };
  const inPath = { name: "x", in: "path", required: true, schema: {} };

  it.each([
    [{ responses: { 200: { description: "", content: { "application/json": { schema } } } } }, "leads nowhere"],
    [{ parameters: [inQuery] }, "nullable"],
    [{ parameters: [inPath] }, "path has"],
    [{ security: [{ cookie: [] }] }, "not declared"],
    [{ responses: {} }, "no response"],
    [{ operationId: "getMe" }, "twice"],
  ])("%j", (change, words) => {
    const units = { get: { ...document.paths["/api/units"]?.["get"], ...change } };
    const broken = { ...document, paths: { ...document.paths, "/api/units": units } };
    expect(findOpenApiFaults(broken).join("\n")).toContain(words);
  });
});
