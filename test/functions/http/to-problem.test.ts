import { expect, it } from "vitest";
import { toProblem } from "#functions/http/to-problem.ts";

it.each(["SQLITE_FULL", "ENOSPC", "EDQUOT"])("a full disk (%s) is told as such, however deep it lies", (code) => {
  const error = new Error("Failed query", { cause: Object.assign(new Error("full"), { code }) });
  const { problem, headers, foreseen } = toProblem(error, "id");
  expect(problem).toMatchObject({ status: 503, code: "storage_full" });
  expect(problem.detail).toContain("磁盘已满");
  expect([headers["Retry-After"], foreseen]).toEqual(["60", true]);
});
