import { describe, expect, it } from "vitest";
import { listRegistered } from "#test/support/operations.ts";
import { clientOf } from "#test/support/client.ts";
import type { Home } from "#test/support/homes/home.ts";
import { expectAgreed } from "./agreed.ts";

const ASSIGNMENT = "2026-jianyi-39.zhujian";
const MOTION = "2026-jianyi-39";

/** One thing that is there, by what the path names it after. */
const SAMPLES: readonly (readonly [path: RegExp, value: string])[] = [
  [/^\/api\/(replies|assignments|opinions)\//, ASSIGNMENT],
  [/^\/api\/motions\//, MOTION],
  [/^\/api\/units\//, "zhujian"],
  [/^\/api\/campaigns\//, "2026"],
  [/^\/api\/statistics\//, "2026"],
  [/^\/api\/supervision\//, "2026"],
  [/^\/api\/summaries\//, "2026"],
  [/^\/api\/documents\//, "2026-notice"],
];
/** The second name in a path, where it is none of a list. */
const SECOND: Readonly<Record<string, string>> = { indicator: "signed_rate", number: "1", edition: "1" };
const QUERIES: readonly (readonly [path: RegExp, query: string])[] = [
  [/^\/api\/calendar$/, "?from=2026-01-01&to=2026-01-31"],
  [/^\/api\/(supervision|exports|indicators)/, "?campaign=2026"],
];
/** What it counted or was read since it started, its version; the plan needs a release's own folder, which only the builder has. */
const MOVING =
  /^\/api\/(metrics|health|audit|openapi\.json)$|\/(preview|publication-plan|events|security-events|verification)$/;

function toAddress(path: string): string {
  const value = SAMPLES.find(([pattern]) => pattern.test(path))?.[1] ?? "none";
  let first = true;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const found = first ? value : (SECOND[name] ?? "none");
    first = false;
    return found;
  });
  return `${filled}${QUERIES.find(([pattern]) => pattern.test(path))?.[1] ?? ""}`;
}

/** Ids of requests and moments of reading differ from answer to answer. */
function settle(text: string): string {
  return text
    .replaceAll(/"requestId":"[^"]*"/g, "")
    .replaceAll(/\d\d:\d\d(?="|<)/g, "minute")
    .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/g, '"at"');
}

/** Some at a time: the edge waits for its database more than it works. */
async function inTurns(addresses: readonly string[], read: (address: string) => Promise<void>): Promise<void> {
  const waiting = [...addresses];
  const turn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await read(next);
  };
  await Promise.all(Array.from({ length: 6 }, turn));
}

export function readingCases(home: () => Home): void {
  describe("reading", () => {
    it("every list and thing is the same, for the office and for a unit", async () => {
      const world = home();
      const reads = listRegistered(world.api).filter(({ method }) => method === "GET");
      expect(reads.length).toBeGreaterThan(60);
      const addresses = reads.filter(({ path }) => !MOVING.test(path)).map(({ path }) => toAddress(path));
      for (const person of ["office", "jiaoti"] as const) {
        const ask = clientOf(world, world.people[person]);
        await inTurns(addresses, async (address) => {
          const { status, text, headers } = await ask(address);
          const isText = /json|csv|html/.test(headers.get("content-type") ?? "");
          expect(status, address).toBeLessThan(500);
          expectAgreed(`${person} ${address}`, [status, isText ? settle(text) : text.length > 0]);
        });
      }
    });

    it("the document describes one API, and its page shows it", async () => {
      const ask = clientOf(home());
      const { json, status } = await ask("/api/openapi.json");
      expect(status).toBe(200);
      expectAgreed("openapi", { ...json, info: { ...json.info, version: "" } });
      const docs = await ask("/api/docs");
      expectAgreed("docs", [docs.status, docs.headers.get("content-security-policy")]);
    });

    it("the preview is the page that a release would make", async () => {
      const ask = clientOf(home(), home().people.office);
      for (const id of [ASSIGNMENT, "2026-jianyi-40.jiaoti"]) {
        const { status, text, headers } = await ask(`/api/replies/${id}/preview`);
        expect(status).toBe(200);
        expect(text).toContain("<!DOCTYPE html>");
        expectAgreed(`preview ${id}`, [settle(text).split(/(?<=>)/), headers.get("content-security-policy")]);
      }
      const other = clientOf(home(), home().people.gongan);
      expect((await other("/api/replies/2026-jianyi-40.jiaoti/preview")).status).toBe(404);
    });
  });
}
