/** The server of the database did not answer, not in time, or only that it cannot. Whether a COMMIT arrived is then unknown. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway";
}

/** One round trip; a transaction is many. */
const PATIENCE_MS = 10_000;

/** A line that breaks may end an answer in its middle without a word. */
function parseWhole(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw new DatabaseAway("Failed to read the database's answer: it is torn", { cause });
  }
}

/** `fetch` for the libSQL client: an answer that is whole and in time, or DatabaseAway. */
export async function fetchWhole(request: Request): Promise<Response> {
  let response: Response;
  let body: ArrayBuffer;
  try {
    response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    body = await response.arrayBuffer();
  } catch (cause) {
    throw new DatabaseAway("Failed to reach the database", { cause });
  }
  if (response.status >= 500) throw new DatabaseAway(`Failed to ask the database: HTTP ${response.status}`);
  const { status, headers } = response;
  const whole = new Response(body, { status, headers });
  return Object.defineProperty(whole, "json", { value: async () => parseWhole(body) });
}
