import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientOf } from "#test/support/client.ts";
import { listRegistered } from "#test/support/operations.ts";
import type { Person, World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";

/**
 * Who gets what, whole: one row for each operation, one column for each caller (T-A01). 住建局 leads the reply asked for,
 * 公安局 has nothing to do with it. The number is the status; a refusal by the rules of handling (409) or for want of a
 * body (422) or version (428) means: was let through to them.
 */
const COLUMNS = ["stranger", "admin", "office", "zhujian", "gongan", "supervisor", "machine"] as const;
type Row = readonly [admin: number, office: number, own: number, other: number, supervisor: number, machine: number];

const ID = "2026-jianyi-39.zhujian";
const EVERYONE: Row = [200, 200, 200, 200, 200, 200];
const PEOPLE: Row = [200, 200, 200, 200, 200, 403];
const OWN: Row = [200, 200, 200, 404, 200, 403];

const MATRIX: Readonly<Record<string, readonly [request: string, row: Row]>> = {
  getMe: ["GET /api/me", EVERYONE],
  getMetrics: ["GET /api/metrics", [200, 403, 403, 403, 403, 200]],
  listAudit: ["GET /api/audit", [200, 200, 403, 403, 200, 403]],
  listUnits: ["GET /api/units", PEOPLE],
  listSchemes: ["GET /api/schemes", PEOPLE],
  listCampaigns: ["GET /api/campaigns", PEOPLE],
  getCampaign: ["GET /api/campaigns/2026", PEOPLE],
  getStatistics: ["GET /api/statistics/2026", [200, 200, 403, 403, 200, 403]],
  listMotions: ["GET /api/motions", PEOPLE],
  getMotion: ["GET /api/motions/2026-jianyi-39", OWN],
  listAssignments: ["GET /api/assignments", PEOPLE],
  getAssignment: [`GET /api/assignments/${ID}`, OWN],
  signAssignment: [`POST /api/assignments/${ID}/sign`, [403, 403, 409, 404, 403, 403]],
  getReply: [`GET /api/replies/${ID}`, OWN],
  draftReply: [`PUT /api/replies/${ID}/draft`, [403, 422, 422, 422, 403, 403]],
  submitReply: [`POST /api/replies/${ID}/submit`, [403, 403, 409, 404, 403, 403]],
  returnReply: [`POST /api/replies/${ID}/return`, [403, 422, 403, 403, 403, 403]],
  approveReply: [`POST /api/replies/${ID}/approve`, [403, 409, 403, 403, 403, 403]],
  finaliseReply: [`POST /api/replies/${ID}/finalise`, [403, 409, 403, 403, 403, 403]],
  publishReply: [`POST /api/replies/${ID}/publish`, [403, 409, 409, 404, 403, 403]],
  correctReply: [`POST /api/replies/${ID}/correct`, [403, 422, 422, 422, 403, 403]],
  withdrawReply: [`POST /api/replies/${ID}/withdraw`, [403, 422, 403, 403, 403, 403]],
  listDocuments: ["GET /api/documents", PEOPLE],
  getDocument: ["GET /api/documents/2026-notice", PEOPLE],
  listReleases: ["GET /api/releases", EVERYONE],
  getRelease: ["GET /api/releases/r000001", EVERYONE],
  createRelease: ["POST /api/releases", [202, 202, 403, 403, 403, 403]],
  importAllocation: ["POST /api/imports/allocation", [422, 422, 403, 403, 403, 403]],
  importReplies: ["POST /api/imports/replies", [422, 422, 403, 403, 403, 403]],
};

const PUBLIC_OPERATIONS = ["getHealth", "getReady", "getOpenApi", "getDocs"];

let world: World;
let copy: World;
beforeAll(async () => {
  world = await makeWorld();
  copy = await copyWorld(world);
});
afterAll(async () => {
  await copy.close();
  await world.close();
});

async function statusFor(request: string, column: (typeof COLUMNS)[number]): Promise<number> {
  const [method = "", path = ""] = request.split(" ");
  const key = column === "stranger" ? undefined : copy.people[column satisfies Person];
  const form = path.startsWith("/api/imports/") ? { body: new FormData() } : {};
  // An empty form has no part, which the parser takes for a broken one.
  if (form.body) form.body.set("campaign", "2026");
  const headers = { "If-Match": '"v7"', "Idempotency-Key": `${column}-${path}` };
  return (await clientOf(copy, key)(path, { method, headers, ...form })).status;
}

describe("authorisation", () => {
  it.each(Object.entries(MATRIX))("%s", async (_, [request, row]) => {
    const expected = [401, ...row];
    const found: number[] = [];
    for (const column of COLUMNS) found.push(await statusFor(request, column));
    expect(Object.fromEntries(COLUMNS.map((column, index) => [column, found[index]]))).toEqual(
      Object.fromEntries(COLUMNS.map((column, index) => [column, expected[index]])),
    );
  });

  it("holds every operation that the API has, and no other", () => {
    const ids = listRegistered(world.app).map(({ id }) => id);
    expect([...PUBLIC_OPERATIONS, ...Object.keys(MATRIX)].toSorted()).toEqual(ids.toSorted());
  });

  it("is what the document says of each operation's roles", () => {
    const roles = ["admin", "office", "unit", "unit", "supervisor", "machine"];
    for (const { id, roles: said } of listRegistered(world.app)) {
      if (PUBLIC_OPERATIONS.includes(id)) {
        expect(said).toEqual(["public"]);
        continue;
      }
      const allowed = MATRIX[id]?.[1].flatMap((status, index) => (status === 403 ? [] : [roles[index]]));
      expect([...new Set(allowed)].toSorted(), id).toEqual(said.toSorted());
    }
  });

  it("leaves nothing changed behind it", async () => {
    const reply = await clientOf(copy, copy.people.office)(`/api/replies/${ID}`);
    expect(reply.headers.get("etag")).toBe('"v7"');
  });
});
