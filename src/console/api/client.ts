import createClient from "openapi-fetch";
import type { paths } from "./types.gen.ts";

/** "/huiyin" of "/huiyin/console/". */
export const BASE = import.meta.env.BASE_URL.replace(/\/console\/$/, "");

const SAFE = new Set(["GET", "HEAD"]);

/** Every address of the API, typed by its own description. What to do with an answer: ask.ts. */
export const api = createClient<paths>({ baseUrl: BASE, credentials: "same-origin" });

api.use({
  onRequest({ request }) {
    // No form of another site can send this type, so the API asks it of every change.
    if (!SAFE.has(request.method) && !request.headers.has("Content-Type"))
      request.headers.set("Content-Type", "application/json");
    return request;
  },
});
