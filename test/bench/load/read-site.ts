import { createHash } from "node:crypto";
import { Agent, get } from "node:http";
import { gunzipSync } from "node:zlib";
import { SEAL_PATH, type ReleaseSeal } from "#domain/seal/release-seal.ts";

/** What a reader was given for one file of the site. */
export type Answer = { readonly path: string; readonly status: number; readonly sha256: string; readonly ms: number };

/** One visit: the release at its begin and at its end, as the site itself says, and all that was read between. */
export type Visit = { readonly from: string; readonly to: string; readonly answers: readonly Answer[] };

type Body = Answer & { readonly bytes: Buffer };

/** A reader with a connection of its own that stays open, as a browser's does. */
export class Reader {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string) {
    this.#url = url;
  }

  close(): void {
    this.#agent.destroy();
  }

  /** @param path below the site, without a slash in front; throws where nothing answers. */
  async read(path: string): Promise<Body> {
    const start = performance.now();
    const url = `${this.#url}/${encodeURI(path)}`;
    const headers = { "Accept-Encoding": "gzip" };
    const { status, raw, packed } = await new Promise<{ status: number; raw: Buffer; packed: boolean }>(
      (resolve, reject) => {
        const request = get(url, { agent: this.#agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const isPacked = response.headers["content-encoding"] === "gzip";
            resolve({ status: response.statusCode ?? 0, raw: Buffer.concat(chunks), packed: isPacked });
          });
        });
        request.on("error", reject);
      },
    );
    const bytes = packed ? gunzipSync(raw) : raw;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { path, status, sha256, ms: performance.now() - start, bytes };
  }

  async #readId(): Promise<string> {
    const { status, bytes } = await this.read(SEAL_PATH);
    if (status !== 200) throw new Error(`${status} ${SEAL_PATH}`);
    return (JSON.parse(bytes.toString()) as ReleaseSeal).id;
  }

  /** A page with the styles and scripts that it names, and what lies `beside` it. */
  async visit(page: string, beside: (page: Body) => readonly string[]): Promise<Visit> {
    const from = await this.#readId();
    const first = await this.read(page);
    const named = first.status === 200 ? listAssets(first.bytes.toString()) : [];
    const answers: Answer[] = [first];
    for (const path of [...named, ...beside(first)]) answers.push(await this.read(path));
    return { from, to: await this.#readId(), answers: answers.map(toAnswer) };
  }

  /** The search page, its index and, of the newest shard, what the first query loads. */
  async search(): Promise<Visit> {
    const from = await this.#readId();
    const answers: Answer[] = [await this.read("search/index.html")];
    const index = await this.read("search-index/index.json");
    answers.push(index);
    const [shard] = index.status === 200 ? (JSON.parse(index.bytes.toString()) as Index).shards : [];
    const files = shard ? ["head.gz", "lines.gz"].map((name) => `search-index/${shard.folder}/${name}`) : [];
    for (const path of files) answers.push(await this.read(path));
    return { from, to: await this.#readId(), answers: answers.map(toAnswer) };
  }
}

type Index = { readonly shards: readonly { readonly folder: string }[] };

const toAnswer = ({ path, status, sha256, ms }: Body | Answer): Answer => ({ path, status, sha256, ms });

/** Addresses of styles and scripts in a page, below the site. */
function listAssets(html: string): string[] {
  const found = [...html.matchAll(/(?:href|src)="\/(_astro\/[^"?#]+)"/g)].map(([, path = ""]) => path);
  return [...new Set(found)];
}
