/** What keys are mostly given for; the words of a scope are the resource in the address and read or write. */
export const SCOPES = [
  ["motions:read", "读建议提案"],
  ["assignments:read", "读台账"],
  ["replies:read", "读答复"],
  ["replies:write", "写答复"],
  ["units:read", "读单位名录"],
  ["campaigns:read", "读年度"],
  ["due:read", "读期限"],
  ["statistics:read", "读统计"],
  ["commitments:read", "读承诺事项"],
  ["documents:read", "读文件"],
  ["exports:read", "导出"],
  ["imports:write", "导入"],
  ["releases:read", "读发布情况"],
  ["releases:write", "发起发布"],
  ["metrics:read", "读运行指标"],
] as const;

export function sayScopes(scopes: readonly string[] | null): string {
  if (scopes === null) return "该角色可以进行的全部操作";
  const words = new Map<string, string>(SCOPES);
  return scopes.map((scope) => words.get(scope) ?? scope).join("、");
}
