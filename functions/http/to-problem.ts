import { HTTPException } from "hono/http-exception";
import { DatabaseAway } from "#db/remote-fetch.ts";
import { DatabaseBusy } from "#db/transaction.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import type { FieldError } from "#services/errors.ts";
import { FactorNeeded, SignInRefused, TooManyAttempts } from "#services/accounts/errors.ts";
import { Forbidden, Invalid, NotFound, Refused, ServiceError, Stale, Underway } from "#services/errors.ts";
import { HTTP_PROBLEMS, HttpProblem } from "./http-problem.ts";
import type { HttpProblemCode } from "./http-problem.ts";
import type { Problem, ProblemStatus } from "./problem.ts";
import { titleOf } from "./problem.ts";

type Answer = {
  readonly status: ProblemStatus;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
};

/** Seconds after which a client may ask again. */
const RETRY = { "Retry-After": "2" };

const SERVICE_STATUS: readonly (readonly [new (...args: never[]) => ServiceError, ProblemStatus])[] = [
  [Refused, 409],
  [NotFound, 404],
  [Forbidden, 403],
  [Stale, 412],
  [Invalid, 422],
  [Underway, 409],
  [SignInRefused, 401],
  [FactorNeeded, 403],
  [TooManyAttempts, 429],
];

/** Refused for its size, packed or unpacked, before anything of it was read. */
const TOO_MUCH = new Set(["too_large", "zip_bomb", "too_many_entries"]);

function ofHttp(code: HttpProblemCode, headers: Readonly<Record<string, string>> = {}): Answer {
  const { status, detail } = HTTP_PROBLEMS[code];
  return { status, code, detail, fields: [], headers };
}

function headersOf(error: ServiceError): Readonly<Record<string, string>> {
  if (error instanceof Underway) return RETRY;
  if (error instanceof TooManyAttempts) return { "Retry-After": String(error.seconds) };
  // RFC 9110 §15.5.2 asks for a challenge; a scheme that browsers do not open a window for.
  return error instanceof SignInRefused ? { "WWW-Authenticate": 'Bearer realm="huiyin"' } : {};
}

function ofService(error: ServiceError): Answer | undefined {
  const status = SERVICE_STATUS.find(([kind]) => error instanceof kind)?.[1];
  if (!status) return undefined;
  const headers = headersOf(error);
  return { status, code: error.code, detail: error.message, fields: error.fields, headers };
}

/** Of a file, and of a server: its own answer 4xx to a stream it no longer knows is SERVER_ERROR. */
const AWAY =
  /^(?:SQLITE_(?:BUSY|LOCKED|CANTOPEN|IOERR)|HRANA_|SERVER_ERROR|STREAM_EXPIRED|TRANSACTION_TIMEOUT|ECONNREFUSED|ECONNRESET|CLIENT_CLOSED)/;

/** Of the database and of files that are uploaded. */
const FULL = /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/;
/** A person has to make room first. */
const RETRY_LATER = { "Retry-After": "60" };

const hasCode = (cause: Error, codes: RegExp): boolean =>
  "code" in cause && typeof cause.code === "string" && codes.test(cause.code);

/** Busy, locked, unreachable, full: a later try may succeed, and nothing was written. */
function ofStorage(error: unknown): Answer | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (hasCode(cause, FULL)) return ofHttp("storage_full", RETRY_LATER);
    const isAway = cause instanceof DatabaseBusy || cause instanceof DatabaseAway || hasCode(cause, AWAY);
    if (isAway) return ofHttp("database_unavailable", RETRY);
  }
  return undefined;
}

function ofFramework({ status }: HTTPException): Answer | undefined {
  if (status === 400) return ofHttp("bad_json");
  if (status === 413) return ofHttp("too_large");
  if (status === 415) return ofHttp("wrong_content_type");
  return undefined;
}

function toAnswer(error: unknown): Answer | undefined {
  if (error instanceof HttpProblem) {
    return { ...ofHttp(error.code, error.headers), detail: error.message, fields: error.fields };
  }
  if (error instanceof ServiceError) return ofService(error);
  if (error instanceof UnreadableFile) {
    return {
      status: TOO_MUCH.has(error.code) ? 413 : 422,
      code: error.code,
      detail: error.message,
      fields: [],
      headers: {},
    };
  }
  if (error instanceof HTTPException) return ofFramework(error);
  return ofStorage(error);
}

/** The one place where an error becomes a status. What nobody foresaw says nothing but its request id. */
export function toProblem(
  error: unknown,
  requestId: string,
): { problem: Problem; headers: Readonly<Record<string, string>>; foreseen: boolean } {
  const known = toAnswer(error);
  const { status, code, detail, fields, headers } = known ?? ofHttp("internal");
  const problem: Problem = {
    type: `urn:huiyin:problem:${code}`,
    title: titleOf(status),
    status,
    code,
    detail,
    ...(fields.length > 0 ? { errors: fields.map((field) => ({ ...field })) } : {}),
    requestId,
  };
  return { problem, headers, foreseen: known !== undefined };
}
