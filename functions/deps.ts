import type { Database, Reader } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";
import type { PdfReader } from "#exchange/attachment/attachment-file.ts";
import type { FileStore } from "#services/attachments/file-store.ts";
import type { SessionFacts } from "#services/context.ts";
import type { Keyring } from "#services/secrets/keyring.ts";
import type { PageLocals } from "#domain/view/page-view.ts";
import type { RequestCounter } from "./http/request-counter.ts";

/** What the API needs of the home it runs in. It knows nothing of Node or Workers. */
export type ApiDeps = {
  readonly db: Database;
  readonly now: () => Date;
  /** From outside the database; see services/secrets. */
  readonly keyring: Keyring;
  readonly version: string;
  /** Where attachments lie. Absent only where nothing is uploaded. */
  readonly files?: FileStore;
  /** Reads attachments; absent as files. */
  readonly readPdf?: PdfReader;
  /** Called after every change that was accepted: wakes the release runner. Must not throw and must not be waited for. */
  readonly poke?: () => void;
  /** Takes what was answered with 500, for the log; the answer carries the same request id. */
  readonly report?: (error: unknown, requestId: string) => void;
  /** https://example.gov.cn: the public origin where a proxy stands in front. Allowed beside the request's own. */
  readonly origin?: string;
  /** Address of whoever holds the other end of the connection, from what the home hands in as `env`; undefined: unknown. */
  readonly peerOf?: (env: unknown) => string | undefined;
  /** Whether the address is a proxy of ours, whose X-Forwarded-For is believed; undefined: the machine itself alone. */
  readonly isTrustedProxy?: (address: string) => boolean;
  /** Base path in front of /api, as "/huiyin"; empty where there is none. Every address that is asked for begins with it. */
  readonly base?: string;
  /** The compiled public pages, for previews; undefined: this home has none. */
  readonly renderPage?: (locals: PageLocals) => Promise<string>;
  /** Pages that a release of what the reader sees would change; null where that is not known without reading everything. */
  readonly explainChange?: (
    reader: Reader,
  ) => Promise<readonly { readonly path: string; readonly why: "new" | "changed" | "gone" }[] | null>;
};

/** A home where a connection belongs to one request: what is the same for all, and the rest from what it hands in as `env`. */
export type ApiPerRequest = Pick<ApiDeps, "version" | "base"> & { readonly depsOf: (env: unknown) => ApiDeps };

export type ApiVariables = {
  readonly deps: ApiDeps;
  readonly requestId: string;
  readonly requests: RequestCounter;
  /** Undefined only on public routes. */
  actor: Actor | undefined;
  /** Code of the problem that is the answer. */
  problem: string | undefined;
  /** An answer that was made with its frame (http/headers.ts). */
  framed: Response | undefined;
  /** Set where the caller came by a session. */
  session: SessionFacts | undefined;
};

export type ApiEnv = { Variables: ApiVariables };
