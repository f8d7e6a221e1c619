import { yearOfShard } from "#domain/search/shards.ts";

/** What we use of the Pagefind 1.6 browser module. */
type EngineResult = { readonly id: string; readonly score: number; readonly words: readonly number[] };
type EngineOptions = { readonly basePath?: string; readonly noWorker?: boolean; readonly metaCacheTag: string };
type EngineInstance = {
  init(): Promise<void>;
  mergeIndex(path: string, options: EngineOptions): Promise<void>;
  search(
    phrase: string,
    options: { readonly sort: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly EngineResult[] }>;
};
type EngineModule = { createInstance(options: EngineOptions): EngineInstance };

export type EngineHit = {
  readonly year: number;
  /** Key of the shard, and place in it. */
  readonly shard: number;
  readonly ordinal: number;
  /** Name of the record's text file. */
  readonly id: string;
  /** Position of the first hit in the record, in words. */
  readonly position: number;
};
export type Engine = {
  /** Adds the shard in the folder; the first one brings the program along. @param address ends with a slash */
  readonly addShard: (address: string, version: string) => Promise<void>;
  /** Records that hold the words side by side. @param phrase index words separated by spaces */
  readonly findPhrase: (phrase: string) => Promise<EngineHit[]>;
};

/** The engine waits for its program without end when that fails to load. */
const PATIENCE_MS = 30_000;

async function within<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The search index did not load in time")), PATIENCE_MS);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function toHit({ id, score, words }: EngineResult): EngineHit {
  // The key is the "language" of the shard and begins each id; sorted results carry their place as score.
  const shard = Number(/^y(\d+)_/.exec(id)?.[1]);
  return { year: yearOfShard(shard), shard, ordinal: score, id, position: Math.min(...words) };
}

export function createEngine(): Engine {
  let instance: EngineInstance | undefined;
  const open = async (path: string, version: string): Promise<void> => {
    if (instance) return await instance.mergeIndex(path, { metaCacheTag: version });
    const module = (await import(/* @vite-ignore */ `${path}pagefind.js`)) as EngineModule;
    // Without a worker the program is fetched once, not twice; a year's index answers within milliseconds.
    instance = module.createInstance({ basePath: path, noWorker: true, metaCacheTag: version });
    await instance.init();
  };
  return {
    addShard: (address, version) => within(open(address, version)),
    findPhrase: async (phrase) => {
      if (!instance) return [];
      const { results } = await within(instance.search(`"${phrase}"`, { sort: { order: "desc" } }));
      return results.map(toHit);
    },
  };
}
