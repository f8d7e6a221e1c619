/** Requests answered since the start, by method and status. */
export type RequestCounter = {
  readonly add: (method: string, status: number) => void;
  readonly list: () => { readonly method: string; readonly status: number; readonly count: number }[];
};

/** Whatever else a client invents counts as one: the number of series stays bounded. */
const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

export function startRequestCounter(): RequestCounter {
  const counts = new Map<string, { method: string; status: number; count: number }>();
  return {
    add: (rawMethod, status) => {
      const method = METHODS.has(rawMethod) ? rawMethod : "other";
      const key = `${method} ${status}`;
      const entry = counts.get(key) ?? { method, status, count: 0 };
      entry.count++;
      counts.set(key, entry);
    },
    list: () => [...counts.values()],
  };
}
