import { shallowRef } from "vue";

/** One field that is wrong: path as in the request, and what to do. */
export type FieldError = { readonly path: string; readonly message: string };

/** A refusal of the API (RFC 9457), or of the line to it: `status` 0. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];
  constructor(status: number, code: string, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Set when the API no longer knows the session: the shell asks to sign in again and keeps what is on the screen. */
export const sessionLost = shallowRef(false);

type Answer<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

function toProblem(error: unknown, { status }: Response): ApiProblem {
  const { code, detail, errors } = (typeof error === "object" && error !== null ? error : {}) as Partial<{
    code: string;
    detail: string;
    errors: FieldError[];
  }>;
  if (detail) return new ApiProblem(status, code ?? "unknown", detail, errors);
  return new ApiProblem(
    status,
    "unknown",
    `系统没有给出可读的答复（${status}），请稍后再试；多次出现的，请联系系统管理员。`,
  );
}

async function settle<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(0, "offline", "连接不上服务器，请检查网络后再试。填写的内容仍在本页。");
  }
}

/** What was answered with its version, which the next change must name. Throws ApiProblem. */
export async function askTagged<T>(call: Promise<Answer<T>>): Promise<{ readonly data: T; readonly etag: string }> {
  const { data, error, response } = await settle(call);
  if (!response.ok) {
    const problem = toProblem(error, response);
    if (problem.status === 401 && problem.code === "unauthenticated") sessionLost.value = true;
    throw problem;
  }
  return { data: data as T, etag: response.headers.get("ETag") ?? "" };
}

/** What was answered. Throws ApiProblem, whose message is a sentence for the person at the desk. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await askTagged(call)).data;
}

/** For one act of a person, kept while it is tried again: repeated, it is not done twice. */
export function newActKey(): { readonly "Idempotency-Key": string } {
  return { "Idempotency-Key": crypto.randomUUID() };
}
