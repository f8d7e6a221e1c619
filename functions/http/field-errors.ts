import type { z } from "zod";
import type { FieldError } from "#services/errors.ts";

type Issue = z.core.$ZodIssue;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "对象",
  date: "日期",
};

const UNITS: Readonly<Record<string, string>> = { string: "个字", array: "项", file: "字节" };

function sayType(issue: Extract<Issue, { code: "invalid_type" }>): string {
  if (issue.message.endsWith("received undefined")) return "缺少这一项，请补充";
  return `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`;
}

function saySmall(issue: Extract<Issue, { code: "too_small" }>): string {
  const unit = UNITS[issue.origin];
  if (unit === undefined) return `不能小于 ${issue.minimum}`;
  return issue.minimum === 1 ? "不能为空" : `不能少于 ${issue.minimum} ${unit}`;
}

function sayBig(issue: Extract<Issue, { code: "too_big" }>): string {
  const unit = UNITS[issue.origin];
  return unit === undefined ? `不能大于 ${issue.maximum}` : `不能多于 ${issue.maximum} ${unit}`;
}

function say(issue: Issue): string {
  // A rule that brought its own sentence.
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return sayType(issue);
    case "too_small":
      return saySmall(issue);
    case "too_big":
      return sayBig(issue);
    case "invalid_value":
      return `只能是：${issue.values.map(String).join("、")}`;
    case "invalid_union":
      return "含有不允许的内容或格式";
    default:
      return "格式不正确";
  }
}

/** Of a union the branch that came furthest says most about what was meant. */
function deepest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  return branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
}

function toErrors(issue: Issue, base: readonly PropertyKey[]): FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key].map(String).join("."), message: "没有这个字段，请删去" }));
  }
  if (issue.code === "invalid_union") {
    const inner = deepest(issue.errors);
    if (inner.some((item) => item.path.length > 1)) return inner.flatMap((item) => toErrors(item, path));
  }
  return [{ path: path.map(String).join("."), message: say(issue) }];
}

/** Every wrong field once, in the words of a clerk. Never repeats what was sent. */
export function toFieldErrors(issues: readonly Issue[]): FieldError[] {
  const errors = issues.flatMap((issue) => toErrors(issue, []));
  return [...new Map(errors.map((error) => [error.path, error])).values()];
}
