import type { FieldError } from "#services/errors.ts";

/** What HTTP itself refuses, before any service is asked: code, status and sentence. */
export const HTTP_PROBLEMS = {
  bad_json: { status: 400, detail: "请求内容不是有效的 JSON，请检查格式后重新提交" },
  bad_form: { status: 400, detail: "上传内容不完整或格式有误，请重新选择文件后提交" },
  idempotency_key_missing: {
    status: 400,
    detail:
      "缺少 Idempotency-Key 请求头。请为这次操作生成一个不重复的编号放入该请求头，重试时沿用同一编号，以免重复办理",
  },
  idempotency_key_invalid: {
    status: 400,
    detail: "Idempotency-Key 应为 1 至 128 个不含空格的英文字符，请更换后重新提交",
  },
  unauthenticated: {
    status: 401,
    detail:
      "没有登录，或者登录已经失效，请重新登录。程序访问的，请在 Authorization 请求头中写明“Bearer 密钥”；密钥过期或停用的，请联系系统管理员",
  },
  cross_site: { status: 403, detail: "请求来自其他网站，已拒绝。请在本系统页面内操作" },
  out_of_scope: { status: 403, detail: "这个访问密钥的权限范围不包括这项操作，请联系系统管理员" },
  insecure_connection: {
    status: 403,
    detail: "登录须使用 https，请改用 https 地址。由代理服务器提供 https 的，请系统管理员设置 SITE_URL 后重新启动",
  },
  no_such_address: { status: 404, detail: "没有这个接口地址，请对照 /api/docs 核对" },
  method_not_allowed: { status: 405, detail: "这个接口地址不支持该请求方法，请对照 /api/docs 核对" },
  too_large: { status: 413, detail: "提交的内容过大。上传文件不超过 12 MB，其他请求不超过 1 MB，请精简后重新提交" },
  wrong_content_type: {
    status: 415,
    detail: "请求的内容类型不对。上传文件用 multipart/form-data，其他请求用 application/json",
  },
  if_match_missing: {
    status: 428,
    detail: "缺少 If-Match 请求头。请先读取这条记录，把返回的 ETag 放入 If-Match 后再提交",
  },
  invalid: { status: 422, detail: "请求中有需要改正的内容" },
  database_unavailable: {
    status: 503,
    detail: "数据库暂时不能使用。请稍后刷新，核对这项操作是否已经办理，再决定是否重试",
  },
  storage_full: { status: 503, detail: "服务器的磁盘已满，这项操作没有保存。请联系系统管理员清理磁盘，然后重试" },
  not_ready: { status: 503, detail: "系统尚未就绪，请稍后再试；长时间不恢复的，请联系系统管理员" },
  internal: { status: 500, detail: "系统出现错误，操作没有完成。请稍后再试；仍不成功的，请把请求编号告知系统管理员" },
} as const;
export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;

/** Thrown by the HTTP layer; `detail` and `fields` say more where the general sentence is not enough. */
export class HttpProblem extends Error {
  override name = "HttpProblem";
  readonly code: HttpProblemCode;
  readonly fields: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: HttpProblemCode,
    more: { detail?: string; fields?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(more.detail ?? HTTP_PROBLEMS[code].detail);
    this.code = code;
    this.fields = more.fields ?? [];
    this.headers = more.headers ?? {};
  }
}
