async function fetchFile(address: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

export async function loadBytes(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetchFile(address)).arrayBuffer());
}

/** Asked for again each time: its content changes under one name. */
export async function loadFresh(address: string): Promise<string> {
  return await (await fetchFile(address, { cache: "no-cache" })).text();
}

export async function loadGzip(address: string): Promise<string> {
  const { body } = await fetchFile(address);
  if (!body) return "";
  return await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Loads each thing once; what failed is asked for again next time. */
export function once<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const loaded = new Map<K, Promise<V>>();
  return (key) => {
    const known = loaded.get(key);
    if (known) return known;
    const fresh = load(key);
    loaded.set(key, fresh);
    fresh.catch(() => loaded.delete(key));
    return fresh;
  };
}
