import type { z } from "zod";
import { toFieldErrors } from "./field-errors.ts";
import { HttpProblem } from "./http-problem.ts";

type Checked = { readonly success: true } | { readonly success: false; readonly error: z.core.$ZodError };

/** Hook of every route: a request that does not fit its schema ends here with 422 and a sentence for each field. */
export function refuseInvalid(result: Checked): undefined {
  if (result.success) return undefined;
  const fields = toFieldErrors(result.error.issues);
  const [first] = fields;
  const where = first?.path ? `“${first.path}”${first.message}` : (first?.message ?? "内容不正确");
  const more = fields.length > 1 ? `，另有 ${fields.length - 1} 处` : "";
  throw new HttpProblem("invalid", { detail: `请求中有需要改正的内容：${where}${more}。请改正后重新提交`, fields });
}
