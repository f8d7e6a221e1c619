import type { FetchBack } from "#services/releases/prove-live.ts";
import { createSite } from "./serve-site.ts";

type Place = { readonly dataFolder: string; readonly origin: string; readonly base: string };

/** The site as a reader gets it: from its own address, or where none is set, from the folder that is served. */
export function toFetchBack({ dataFolder, origin, base }: Place): FetchBack {
  const site = createSite(dataFolder, base);
  return async (path) => {
    const response =
      origin === ""
        ? await site.request(encodeURI(`${base}${path}`))
        : await fetch(encodeURI(`${origin}${base}${path}`), {
            redirect: "manual",
            headers: { "Cache-Control": "no-cache" },
            signal: AbortSignal.timeout(10_000),
          });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
}
