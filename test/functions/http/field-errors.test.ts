import { expect, it } from "vitest";
import { z } from "zod";
import { toFieldErrors } from "#functions/http/field-errors.ts";

const Form = z.strictObject({
  name: z.string().min(2).max(4),
  count: z.int().min(1).max(9),
  kind: z.enum(["a", "b"]),
  on: z.iso.date(),
  list: z
    .array(z.strictObject({ x: z.string() }))
    .min(1)
    .max(2),
  own: z.string().min(3, "请写明理由"),
  either: z.union([z.strictObject({ type: z.literal("p"), deep: z.strictObject({ v: z.string() }) }), z.string()]),
});
const good = { name: "甲乙", count: 3, kind: "a", on: "2026-06-15", list: [{ x: "" }], own: "有理由", either: "x" };

const errorsOf = (change: Record<string, unknown>) => {
  const result = Form.safeParse({ ...good, ...change });
  return result.success ? [] : toFieldErrors(result.error.issues);
};

it.each([
  [{}, []],
  [{ name: undefined }, [["name", "缺少这一项，请补充"]]],
  [{ name: 1 }, [["name", "应为文字"]]],
  [{ name: "甲" }, [["name", "不能少于 2 个字"]]],
  [{ name: "甲乙丙丁戊" }, [["name", "不能多于 4 个字"]]],
  [{ count: 0 }, [["count", "不能小于 1"]]],
  [{ count: 10 }, [["count", "不能大于 9"]]],
  [{ count: "3" }, [["count", "应为数字"]]],
  [{ kind: "c" }, [["kind", "只能是：a、b"]]],
  [{ on: "2026-02-30" }, [["on", "格式不正确"]]],
  [{ list: [] }, [["list", "不能为空"]]],
  [{ list: [{ x: "" }, { x: 5 }] }, [["list.1.x", "应为文字"]]],
  [{ own: "" }, [["own", "请写明理由"]]],
  [
    { more: 1, most: 2 },
    [
      ["more", "没有这个字段，请删去"],
      ["most", "没有这个字段，请删去"],
    ],
  ],
  [{ list: [{ x: "", y: 1 }] }, [["list.0.y", "没有这个字段，请删去"]]],
  [{ either: 5 }, [["either", "含有不允许的内容或格式"]]],
  [{ either: { type: "p", deep: { v: 1 } } }, [["either.deep.v", "应为文字"]]],
] as const)("%j", (change, expected) => {
  expect(errorsOf(change).map(({ path, message }) => [path, message])).toEqual(expected);
});
