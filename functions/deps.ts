import type { Database } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";
import type { SessionFacts } from "#services/context.ts";
import type { RequestCounter } from "./http/request-counter.ts";

/** What the API needs of the home it runs in. It knows nothing of Node or Workers. */
export type ApiDeps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly version: string;
  /** Called after every change that was accepted: wakes the release runner. Must not throw and must not be waited for. */
  readonly poke?: () => void;
  /** Takes what was answered with 500, for the log; the answer carries the same request id. */
  readonly report?: (error: unknown, requestId: string) => void;
  /** https://example.gov.cn: the public origin where a proxy stands in front. Allowed beside the request's own. */
  readonly origin?: string;
  /** Address of whoever holds the other end of the connection, from what the home hands in as `env`; undefined: unknown. */
  readonly peerOf?: (env: unknown) => string | undefined;
  /** Base path in front of /api, as "/huiyin"; empty where there is none. Requests reach the API without it. */
  readonly base?: string;
};

export type ApiVariables = {
  readonly deps: ApiDeps;
  readonly requestId: string;
  readonly requests: RequestCounter;
  /** Undefined only on public routes. */
  actor: Actor | undefined;
  /** Set where the caller came by a session. */
  session: SessionFacts | undefined;
};

export type ApiEnv = { Variables: ApiVariables };
