import type { Refusal } from "#domain/handling/refusal.ts";

/** One field that is wrong: a path as in the request, a sentence for the person who filled it in. */
export type FieldError = { readonly path: string; readonly message: string };

/** Base of everything that a service says no with: a stable code, a Chinese sentence, nothing internal. */
export class ServiceError extends Error {
  readonly code: string;
  readonly fields: readonly FieldError[];
  constructor(code: string, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/** The rules of handling do not allow it now. */
export class Refused extends ServiceError {
  override name = "Refused";
  static of(refusal: Refusal, fields: readonly FieldError[] = []): Refused {
    return new Refused(refusal.code, refusal.message, fields);
  }
}

/** Not there, or not for this actor: the answer is the same (security reference T-A02). */
export class NotFound extends ServiceError {
  override name = "NotFound";
  constructor(what: string) {
    super("not_found", `没有找到${what}，或者您无权查看`);
  }
}

/** The role never may. */
export class Forbidden extends ServiceError {
  override name = "Forbidden";
  constructor(message = "您的角色不能进行这项操作") {
    super("forbidden", message);
  }
}

/** Somebody else changed it since the caller read it. */
export class Stale extends ServiceError {
  override name = "Stale";
  constructor() {
    super("stale", "这条记录已被其他人修改，请刷新后核对再提交");
  }
}

/** The input says something that cannot be. */
export class Invalid extends ServiceError {
  override name = "Invalid";
  constructor(message: string, fields: readonly FieldError[] = [], code = "invalid") {
    super(code, message, fields);
  }
}

/** Another one is under way; nothing was done. */
export class Underway extends ServiceError {
  override name = "Underway";
}
