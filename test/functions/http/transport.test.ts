import { TEST_KEYRING } from "#test/support/app.ts";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "#functions/app.ts";
import { isPublicPath } from "#functions/http/authentication.ts";
import { BODY_LIMIT, UPLOAD_LIMIT, takesFiles } from "#functions/http/request-body.ts";
import type { Client } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import { cleanDraft } from "#test/support/letter.ts";
import { listRegistered } from "#test/support/operations.ts";
import type { World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";

const RETURNED = "2026-jianyi-40.jiaoti";
const DRAFT = `/api/replies/${RETURNED}/draft`;
const SIGN = "/api/assignments/2026-tian-7.jiaoti/sign";

let world: World;
let ask: Client;
beforeAll(async () => {
  world = await makeWorld();
  ask = clientOf(world, world.people.jiaoti);
});
afterAll(async () => await world.close());

const unchanged = async () => {
  expect((await ask(`/api/replies/${RETURNED}`)).headers.get("etag")).toBe('"v5"');
  expect((await ask("/api/assignments/2026-tian-7.jiaoti")).headers.get("etag")).toBe('"v1"');
};

describe("addresses and methods", () => {
  it.each(["/api", "/api/", "/api/units/", "/api//units", "/api/v0/units", "/api/units%2f", "/elsewhere"])(
    "%s is not there",
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, answer.json.code]).toEqual([404, "no_such_address"]);
    },
  );

  it("answers 405 with what is allowed, for every method that no route has", async () => {
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    const operations = listRegistered(world.app);
    const paths = [...new Set(operations.map(({ path }) => path))].filter((path) => !isPublicPath(path));
    for (const path of paths) {
      const allowed = operations.filter((item) => item.path === path).map(({ method }) => method);
      const headers = { "Content-Type": takesFiles(path) ? "multipart/form-data" : "application/json" };
      for (const method of methods.filter((item) => !allowed.includes(item))) {
        const answer = await ask(path.replaceAll(/\{\w+\}/g, "x"), { method, headers });
        expect([answer.status, answer.json.code], `${method} ${path}`).toEqual([405, "method_not_allowed"]);
        expect(answer.headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(allowed));
      }
    }
  });

  it("HEAD is a GET without its body", async () => {
    const answer = await ask(`/api/replies/${RETURNED}`, { method: "HEAD" });
    expect([answer.status, answer.text, answer.headers.get("etag")]).toEqual([200, "", '"v5"']);
  });

  it.each(["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])(
    "%s changes nothing (T-A04)",
    async (name) => {
      const answer = await ask(`/api/replies/${RETURNED}`, { headers: { [name]: "DELETE" } });
      expect([answer.status, answer.headers.get("etag")]).toEqual([200, '"v5"']);
    },
  );

  it("OPTIONS opens nothing to another origin", async () => {
    const preflight = { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "PUT" };
    const answer = await ask(DRAFT, { method: "OPTIONS", headers: preflight });
    expect(answer.status).toBe(405);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("where a request comes from (T-A09)", () => {
  const sign = async (headers: Record<string, string>, app = world.app) =>
    await clientOf({ app }, world.people.jiaoti)(SIGN, { method: "POST", headers });

  it.each([
    [{ Origin: "https://elsewhere.example" }],
    [{ Origin: "null" }],
    [{ Origin: "http://localhost.evil.example" }],
    [{ Origin: "https://localhost" }],
    [{ "Sec-Fetch-Site": "cross-site" }],
    [{ "Sec-Fetch-Site": "same-site" }],
    [{ "Sec-Fetch-Site": "none" }],
    [{ "Sec-Fetch-Site": "same-origin", Origin: "https://elsewhere.example" }],
    [{ "Sec-Fetch-Site": "cross-site", Origin: "http://localhost" }],
  ])("%j is another site", async (headers) => {
    const answer = await sign({ "If-Match": '"v1"', ...headers });
    expect([answer.status, answer.json.code]).toEqual([403, "cross_site"]);
    await unchanged();
  });

  it.each([[{}], [{ Origin: "http://localhost" }], [{ "Sec-Fetch-Site": "same-origin", Origin: "http://localhost" }]])(
    "%j is let through",
    async (headers) => expect((await sign(headers)).status).toBe(428),
  );

  it("a proxy's public origin is ours where it was named", async () => {
    const { db, clock } = world;
    const behind = createApi({
      db,
      now: clock.now,
      keyring: TEST_KEYRING,
      version: "test",
      origin: "https://huiyin.example",
    });
    expect((await sign({ Origin: "https://huiyin.example" }, behind)).status).toBe(428);
    expect((await sign({ Origin: "https://huiyin.example" })).status).toBe(403);
  });

  it("reading is not asked where it comes from", async () => {
    expect((await ask("/api/me", { headers: { Origin: "https://elsewhere.example" } })).status).toBe(200);
  });
});

describe("what is sent", () => {
  it.each([
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["application/jsonp", 415],
    ["application/vnd.api+json", 415],
    ["", 415],
    ["application/json; charset=utf-8", 200],
  ])("a draft as %j: %i", async (type, status) => {
    const copy = await copyWorld(world);
    const headers = { "If-Match": '"v5"', "Content-Type": type };
    const answer = await clientOf(copy, copy.people.jiaoti)(DRAFT, {
      method: "PUT",
      headers,
      body: cleanDraft(RETURNED),
    });
    expect(answer.status).toBe(status);
    await copy.close();
  });

  it("no content type at all is refused, even with nothing sent", async () => {
    const Authorization = `Bearer ${world.people.jiaoti.token}`;
    const answer = await world.app.request(SIGN, { method: "POST", headers: { Authorization, "If-Match": '"v1"' } });
    expect(answer.status).toBe(415);
    await unchanged();
  });

  it.each(["{", "{]", "", "nul", '{"a":1,}', "\u0000", "[".repeat(20_000)])("broken JSON %#", async (body) => {
    const answer = await ask(DRAFT, { method: "PUT", headers: { "If-Match": '"v5"' }, body });
    expect([400, 422]).toContain(answer.status);
    expect(answer.text).not.toMatch(/position|token|JSON at|SyntaxError/i);
    await unchanged();
  });

  it.each(["__proto__", "constructor", "prototype"])("a field %s is unknown like any other (T-A03)", async (name) => {
    const body = `{"${name}":{"role":"admin"},"reason":"请补充办理时限"}`;
    const path = "/api/replies/2026-jianyi-39.zhujian/return";
    const answer = await clientOf(world, world.people.office)(path, {
      method: "POST",
      headers: { "If-Match": '"v7"' },
      body,
    });
    expect([answer.status, answer.json.code]).toEqual([422, "invalid"]);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it("1 MB is the most, to the byte, declared or not", async () => {
    const headers = { "If-Match": '"v5"' };
    const pad = (size: number) => `{"x":"${"a".repeat(size - 8)}"}`;
    expect((await ask(DRAFT, { method: "PUT", headers, body: pad(BODY_LIMIT) })).status).toBe(422);
    expect((await ask(DRAFT, { method: "PUT", headers, body: pad(BODY_LIMIT + 1) })).status).toBe(413);
    const declared = { ...headers, "Content-Length": String(BODY_LIMIT + 1) };
    expect((await ask(DRAFT, { method: "PUT", headers: declared, body: "{}" })).status).toBe(413);
  });

  it("a broken form is a broken form", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x", "Idempotency-Key": "k" };
    const answer = await clientOf(world, world.people.office)("/api/imports/allocation", {
      method: "POST",
      headers,
      body: "--y\r\n",
    });
    expect([answer.status, answer.json.code]).toEqual([400, "bad_form"]);
  });

  it("a stranger's upload is not read", async () => {
    const body = new FormData();
    body.set("file", new File(["x".repeat(UPLOAD_LIMIT + 1)], "x.csv"));
    expect((await clientOf(world)("/api/imports/allocation", { method: "POST", body })).status).toBe(401);
  });
});

describe("If-Match", () => {
  it.each([
    [undefined, 428],
    ["", 428],
    ["*", 428],
    ['"v4"', 412],
    ['"v6"', 412],
    ['W/"v5"', 412],
    ["v5", 412],
    ['"v5", "v6"', 412],
    ['"v05"', 412],
    ['"v99999999999999999999"', 412],
  ] as const)("%j gives %i and changes nothing", async (given, status) => {
    const headers = given === undefined ? {} : { "If-Match": given };
    const answer = await ask(DRAFT, { method: "PUT", headers, body: cleanDraft(RETURNED) });
    expect([answer.status, answer.json.code]).toEqual([status, status === 428 ? "if_match_missing" : "stale"]);
    await unchanged();
  });
});

describe("Idempotency-Key", () => {
  it.each([
    ["", 400],
    ["两个", 400],
    ["a b", 400],
    ["x".repeat(129), 400],
    ["x".repeat(128), 202],
    ['"quoted"', 202],
  ])("%j gives %i", async (key, status) => {
    // A header value cannot hold what is beyond Latin-1; a client would send the bytes.
    const value = Buffer.from(key).toString("latin1");
    const office = clientOf(world, world.people.office);
    expect((await office("/api/releases", { method: "POST", headers: { "Idempotency-Key": value } })).status).toBe(
      status,
    );
  });
});

describe("what nobody foresaw", () => {
  it("says nothing but a request id, and tells the log", async () => {
    const copy = await copyWorld(world);
    await copy.db.run(sql`drop table follow_ups`);
    const answer = await clientOf(copy, copy.people.office)(`/api/replies/${RETURNED}`);
    expect([answer.status, answer.json.code]).toEqual([500, "internal"]);
    expect(Object.keys(answer.json).toSorted()).toEqual(["code", "detail", "requestId", "status", "title", "type"]);
    expect(answer.text).not.toMatch(/follow_ups|select|sqlite|Error/i);
    expect(copy.reports).toHaveLength(1);
    await copy.close();
  });

  it("a schema that is behind is not ready, a database that is away neither", async () => {
    const copy = await copyWorld(world);
    await copy.db.run(
      sql`delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)`,
    );
    const behind = await clientOf(copy)("/api/ready");
    expect([behind.status, behind.json.code, behind.headers.get("retry-after")]).toEqual([503, "not_ready", "5"]);
    copy.db.$client.close();
    expect((await clientOf(copy)("/api/ready")).status).toBe(503);
    expect((await clientOf(copy)("/api/health")).status).toBe(200);
    const away = await clientOf(copy, copy.people.office)("/api/me");
    expect([away.status, away.json.code, away.headers.get("retry-after")]).toEqual([503, "database_unavailable", "2"]);
  });
});
