import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { BenchCity } from "./city.ts";
import { prepareBenchCity } from "./city.ts";
import { runLoad } from "./load.ts";
import type { LoadResult } from "./load.ts";
import type { Kind, Server } from "./servers.ts";
import { measureBundles, startEdge, startNode } from "./servers.ts";

/** Overhead of ours over the bare handler. */
const LIMIT = 1.5;
const ROUNDS = 5;
/** workerd waits for a server of its own for every statement: fewer requests tell as much. */
const EDGE_SHARE = 0.25;
const KINDS = ["ours", "bare"] as const;

type Asked = { readonly connections: number; readonly count: number };

/** Publishing is one after the other: the bare handler sends what ours sent, and each publication stands on the one before. */
const ASKED: Readonly<Record<string, Asked>> = {
  health: { connections: 8, count: 3000 },
  "ledger page": { connections: 8, count: 200 },
  matter: { connections: 8, count: 600 },
  publish: { connections: 1, count: 20 },
};

type Line = {
  readonly name: string;
  readonly statements: number;
  readonly ours: LoadResult;
  readonly bare: LoadResult;
  /** Of the rates: how much longer ours takes. */
  readonly overhead: number;
  /** Of the processor's time, where it can be told: whatever else the machine does counts for less. */
  readonly cpuOverhead: number | null;
};

const round = (value: number): number => Number(value.toPrecision(3));
const rounded = ({ rate, p50, p99 }: LoadResult): LoadResult => ({
  rate: round(rate),
  p50: round(p50),
  p99: round(p99),
});

/** The less disturbed of two runs: whatever else the machine does only adds. */
const better = (a: LoadResult | undefined, b: LoadResult): LoadResult => (a && a.rate >= b.rate ? a : b);

async function askCpu({ cpuSeconds }: Server): Promise<number> {
  return cpuSeconds ? await cpuSeconds() : 0;
}

type Home = { readonly servers: Readonly<Record<Kind, Server>>; readonly share: number };

async function measureOne({ servers, share }: Home, name: string, city: BenchCity): Promise<Line> {
  const { connections, count: most } = ASKED[name] as Asked;
  const count = Math.ceil(most * share);
  const all = city.requests[name] ?? [];
  const best: Partial<Record<Kind, LoadResult>> = {};
  const cpu = { ours: 0, bare: 0 };
  // They take turns; the first round warms both.
  for (let at = 0; at <= ROUNDS; at++) {
    const requests = all.length === 1 ? all : all.slice(at * count, (at + 1) * count);
    for (const kind of KINDS) {
      const before = await askCpu(servers[kind]);
      const result = await runLoad({ url: servers[kind].url, requests, connections, count });
      if (at === 0) continue;
      best[kind] = better(best[kind], result);
      cpu[kind] += (await askCpu(servers[kind])) - before;
    }
  }
  const { ours, bare } = best as Record<Kind, LoadResult>;
  return {
    name,
    statements: city.statements[name] ?? 0,
    ours: rounded(ours),
    bare: rounded(bare),
    overhead: round(bare.rate / ours.rate),
    cpuOverhead: cpu.bare > 0 ? round(cpu.ours / cpu.bare) : null,
  };
}

async function measureHome(start: typeof startNode, city: BenchCity, share = 1) {
  const servers = {
    ours: await start("ours", city.file, city.plan),
    bare: await start("bare", city.file, city.plan),
  };
  try {
    const lines: Line[] = [];
    for (const name of Object.keys(ASKED)) {
      process.stderr.write(`edge: ${name} …\n`);
      lines.push(await measureOne({ servers, share }, name, city));
    }
    return { coldMs: { ours: round(servers.ours.coldMs), bare: round(servers.bare.coldMs) }, lines };
  } finally {
    for (const kind of KINDS) await servers[kind].close();
  }
}

/**
 * Both homes against the least that Hono can do with the same statements (bare-app.ts), in one run and by turns: requests a
 * second, p50 and p99 in milliseconds of the best round, overhead; time to the first answer of a fresh process; size of the Workers.
 */
export async function benchEdge() {
  const city = await prepareBenchCity((ASKED["publish"]?.count ?? 0) * (ROUNDS + 1));
  try {
    const node = await measureHome(startNode, city);
    const workerd = await measureHome(startEdge, city, EDGE_SHARE);
    const worst = Math.max(...[...node.lines, ...workerd.lines].map(({ overhead }) => overhead));
    return { limit: LIMIT, worst, bundles: await measureBundles(), node, workerd };
  } finally {
    await rm(dirname(city.file), { recursive: true, force: true });
  }
}

/** The same for people. */
export function toEdgeTable({ node, workerd, bundles, worst }: Awaited<ReturnType<typeof benchEdge>>): string {
  const cell = (value: number | null) => String(value ?? "").padStart(9);
  const row = (home: string, { name, statements, ours, bare, overhead, cpuOverhead }: Line) =>
    [
      `${home.padEnd(9)}${name.padEnd(13)}`,
      ...[statements, ours.rate, bare.rate, ours.p99, bare.p99, overhead, cpuOverhead].map(cell),
    ].join("");
  const head = ["asks db", "ours/s", "bare/s", "ours p99", "bare p99", "overhead", "of cpu"].map((word) =>
    word.padStart(9),
  );
  return [
    `${" ".repeat(21)}${head.join("")}`,
    ...node.lines.map((line) => row("Node", line)),
    ...workerd.lines.map((line) => row("workerd", line)),
    `first answer of a fresh process, ms: Node ${node.coldMs.ours} (bare ${node.coldMs.bare}), workerd ${workerd.coldMs.ours} (bare ${workerd.coldMs.bare})`,
    `packed: Worker ${bundles.workerKB} KB, PDF reader ${bundles.pdfReaderKB} KB`,
    `worst overhead: ${worst}`,
  ].join("\n");
}
