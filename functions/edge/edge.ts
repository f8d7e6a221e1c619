import { openDatabase } from "#db/open.ts";
import type { Database } from "#db/open.ts";
import { SYSTEM_ACTOR } from "#services/accounts/system-actor.ts";
import type { Context } from "#services/context.ts";
import { admitKeyring } from "#services/secrets/admit-keyring.ts";
import type { Keyring } from "#services/secrets/keyring.ts";
import { KeyringFault, parseKeyring } from "#services/secrets/keyring.ts";
import { wakeBuilder } from "#services/releases/wake-builder.ts";
import packageFile from "../../package.json" with { type: "json" };
import { createApi } from "../app.ts";
import type { ApiDeps } from "../deps.ts";
import { WrongEnvironment } from "../environment.ts";
import { withPacks } from "./asset-packs.ts";
import { askPdfReader } from "./ask-pdf-reader.ts";
import type { Assets, Bindings, Execution } from "./bindings.ts";
import { openBucketStore } from "./bucket-store.ts";
import type { EdgeEnvironment } from "./edge-environment.ts";
import { readEdgeEnvironment } from "./edge-environment.ts";
import { createEdgeHidden } from "./edge-hidden.ts";
import { logError } from "./log.ts";
import { runCron, send } from "./run-cron.ts";

const { version } = packageFile;
const now = () => new Date();

type Call = { readonly deps: ApiDeps };

/** What an isolate keeps from request to request. No connection: input and output belong to one request. */
export type Edge = {
  readonly environment: EdgeEnvironment;
  readonly openDatabase: () => Database;
  readonly runCron: (db: Database) => Promise<void>;
  readonly callApi: (request: Request, execution: Execution) => Promise<Response>;
  readonly assets: Assets;
  readonly listHidden: ReturnType<typeof createEdgeHidden>;
};

function toWrongSecret(fault: KeyringFault): WrongEnvironment {
  return new WrongEnvironment(`变量 HUIYIN_SECRET 不能使用：${fault.message}。请改正后重新部署。`);
}

function readKeyring(secret: string): Keyring {
  try {
    return parseKeyring(secret);
  } catch (error) {
    throw error instanceof KeyringFault ? toWrongSecret(error) : error;
  }
}

/** workerd breaks the connection where an answer (413, 503) stands before the body was read. */
async function drain(request: Request): Promise<void> {
  if (request.body && !request.bodyUsed) await request.body.pipeTo(new WritableStream()).catch(() => undefined);
}

/** Once for each isolate. Throws WrongEnvironment with one sentence, here and where the keys are not those of the database. */
export function openEdge(bindings: Bindings, renderPage: NonNullable<ApiDeps["renderPage"]>): Edge {
  const environment = readEdgeEnvironment(bindings);
  const { databaseUrl, authToken, origin, base, deployHook } = environment;
  const keyring = readKeyring(environment.secret);
  const api = createApi({ version, base, depsOf: (env) => (env as Call).deps });
  const assets = withPacks(bindings.ASSETS);
  let admitted = false;

  const open = () => openDatabase(databaseUrl, authToken);
  const context = (db: Database): Context => ({ db, now, keyring, actor: SYSTEM_ACTOR });

  async function admit(place: { readonly db: Database }): Promise<void> {
    if (admitted) return;
    try {
      await admitKeyring(place.db, keyring);
      admitted = true;
    } catch (error) {
      if (error instanceof KeyringFault) throw toWrongSecret(error);
      // The database is away: the request itself will say so.
    }
  }

  /** The connection of a request is opened when it is asked for the first time: health asks nobody. */
  function toDeps(request: Request, execution: Execution): ApiDeps {
    let db: Database | undefined;
    const wake = async () => {
      if (deployHook) await wakeBuilder(context(deps.db), { ...deployHook, fetch: send });
    };
    const deps: ApiDeps = {
      get db() {
        return (db ??= open());
      },
      now,
      keyring,
      version,
      base,
      origin,
      files: openBucketStore(bindings.FILES),
      readPdf: askPdfReader(bindings.PDF_READER),
      renderPage,
      poke: () => execution.waitUntil(wake().catch((error: unknown) => logError("deploy hook", error))),
      report: (error, requestId) => logError(requestId, error),
      // The platform alone writes this header; there are no proxies of ours in front of it.
      peerOf: () => request.headers.get("CF-Connecting-IP") ?? undefined,
      isTrustedProxy: () => false,
    };
    return deps;
  }

  return {
    environment,
    openDatabase: open,
    runCron: async (db) => {
      await admit({ db });
      await runCron(context(db), assets, environment);
    },
    assets,
    listHidden: createEdgeHidden(bindings.FILES),
    callApi: async (request, execution) => {
      const call: Call = { deps: toDeps(request, execution) };
      await admit(call.deps);
      const answer = await api.fetch(request, call);
      await drain(request);
      return answer;
    },
  };
}
