import { LeakFound, NotPublishable, Outdated } from "#release/errors.ts";
import { LeaseLost } from "../lease.ts";

const CODES: Readonly<Record<string, string>> = {
  ENOSPC: "磁盘空间不足，已停止发布，线上内容未变；请清理磁盘后重新发布",
  EROFS: "数据文件夹不能写入，已停止发布，线上内容未变；请检查磁盘和权限",
  EACCES: "数据文件夹没有写入权限，已停止发布，线上内容未变；请检查权限",
};

/** What went wrong, as one sentence for the office; details are for the log. */
export function sentenceOf(error: unknown): string {
  if (error instanceof LeakFound)
    return "发布前检查发现页面中含有不公开内容，已停止发布，线上内容未变；请联系系统管理员核查";
  if (error instanceof NotPublishable)
    return `有一份公开内容缺少必备信息（${error.message}），已停止发布，线上内容未变；请补齐或撤回后重新发布`;
  if (error instanceof Outdated) return "发布期间有内容撤回或更正，这一次不再上线，已改为按最新内容重新发布";
  if (error instanceof LeaseLost) return "发布中断过久，已由另一次发布接替";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return CODES[code] ?? "发布没有完成，线上内容未变；系统会自动重试，仍不成功请联系系统管理员";
}
