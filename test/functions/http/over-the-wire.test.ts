import { createServer, request } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SECURITY_HEADERS } from "#functions/http/headers.ts";
import { BODY_LIMIT } from "#functions/http/request-body.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

/** What in-process requests cannot show: how bodies arrive through a socket. */

const ID = "2026-jianyi-40.jiaoti";

let t: TestApp;
let server: Server;
let key: TestKey;
beforeAll(async () => {
  t = await openTestApp();
  key = await t.keyFor("unit", "jiaoti");
  server = createServer(getRequestListener(t.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await t.close();
});

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly parts?: readonly string[];
};

type Got = {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

async function send({ method, path, headers = {}, parts = [] }: Sent): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  const all = { Authorization: `Bearer ${key.token}`, "Content-Type": "application/json", ...headers };
  return await new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers: all }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => (text += chunk));
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, text, headers: incoming.headers }));
    });
    outgoing.on("error", reject);
    for (const part of parts) outgoing.write(part);
    outgoing.end();
  });
}

it("a verb without input takes no body, an empty one, and an empty object", async () => {
  const path = `/api/assignments/${ID}/sign`;
  const stale = { "If-Match": '"v9"' };
  expect((await send({ method: "POST", path, headers: stale })).status).toBe(412);
  expect((await send({ method: "POST", path, headers: { ...stale, "Content-Length": "0" } })).status).toBe(412);
  expect((await send({ method: "POST", path, headers: { ...stale, "Transfer-Encoding": "chunked" } })).status).toBe(
    412,
  );
  expect((await send({ method: "POST", path, headers: stale, parts: ["{}"] })).status).toBe(412);
  expect((await send({ method: "POST", path, headers: stale, parts: ['{"a":1}'] })).status).toBe(422);
  expect((await send({ method: "POST", path, headers: { "If-Match": '"v1"' } })).status).toBe(200);
});

it("a body without a length is counted as it comes (T-U02)", async () => {
  const parts = ['{"x":"', ...Array.from({ length: 33 }, () => "a".repeat(BODY_LIMIT / 32)), '"}'];
  const headers = { "If-Match": '"v2"', "Transfer-Encoding": "chunked" };
  const { status, text } = await send({ method: "PUT", path: `/api/replies/${ID}/draft`, headers, parts });
  expect([status, JSON.parse(text).code]).toEqual([413, "too_large"]);
});

it("a page of this very address is the same origin, another port is not", async () => {
  const { port } = server.address() as AddressInfo;
  const from = async (origin: string) =>
    (await send({ method: "POST", path: `/api/assignments/${ID}/sign`, headers: { Origin: origin } })).status;
  expect(await from(`http://127.0.0.1:${port}`)).toBe(428);
  expect(await from(`http://127.0.0.1:${port + 1}`)).toBe(403);
  expect(await from(`https://127.0.0.1:${port}`)).toBe(403);
});

it.each([
  ["GET", "/api/health", 200, "application/json"],
  ["HEAD", "/api/health", 200, "application/json"],
  ["GET", "/api/health?x=1", 422, "application/problem+json"],
  ["POST", "/api/health", 405, "application/problem+json"],
  ["OPTIONS", "/api/ready", 405, "application/problem+json"],
  ["GET", "/api/ready", 200, "application/json"],
  ["GET", "/api/openapi.json", 200, "application/json"],
  ["GET", "/api/me", 200, "application/json"],
  ["GET", "/api/assignments?limit=1", 200, "application/json"],
  ["GET", "/api/motions/2026-jianyi-40", 200, "application/json"],
  ["GET", "/api/nowhere", 404, "application/problem+json"],
  ["PUT", "/api/me", 405, "application/problem+json"],
] as const)("%s %s has the whole frame, once", async (method, path, status, type) => {
  const answers = [await send({ method, path }), await send({ method, path })];
  for (const { status: given, headers, text } of answers) {
    expect([given, headers["content-type"]], text).toEqual([status, type]);
    const expected = Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]);
    expect(headers).toMatchObject(Object.fromEntries(expected));
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(text === "").toBe(method === "HEAD");
    expect(headers.etag === undefined).toBe(!path.startsWith("/api/motions/"));
  }
  expect(answers[0]?.headers["x-request-id"]).not.toBe(answers[1]?.headers["x-request-id"]);
});
