import {
  Cancelled,
  FewerPages,
  Forgotten,
  KeyLost,
  LeakFound,
  NotDeployed,
  NotLinked,
  NotPublishable,
  Outdated,
  Unfit,
} from "#release/errors.ts";
import { REFUSALS } from "#domain/handling/refusal.ts";
import { LeaseLost } from "../lease.ts";

export const CANCELLED = "已取消，线上内容未变；需要时请重新发布";

const CODES: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  ENOSPC: ["disk_full", "磁盘空间不足，已停止发布，线上内容未变；请清理磁盘后重新发布"],
  EDQUOT: ["disk_full", "磁盘配额已用完，已停止发布，线上内容未变；请清理磁盘后重新发布"],
  EROFS: ["read_only", "数据文件夹不能写入，已停止发布，线上内容未变；请检查磁盘和权限"],
  EACCES: ["read_only", "数据文件夹没有写入权限，已停止发布，线上内容未变；请检查权限"],
  SQLITE_FULL: ["disk_full", "磁盘空间不足，数据库无法写入，已停止发布，线上内容未变；请清理磁盘后重新发布"],
  SQLITE_READONLY: ["read_only", "数据库文件不能写入，已停止发布，线上内容未变；请检查磁盘和权限"],
};
const NOT_DEPLOYED: Readonly<Record<NotDeployed["reason"], string>> = {
  not_deployed: "网站已经生成，但没有部署上去，线上内容未变；系统会自动重试，仍不成功请联系系统管理员查看部署记录",
  too_many_files:
    "网站的文件数超过了部署平台的上限，线上内容未变；请系统管理员提高平台的套餐或改为自建服务器（见 README“部署”）",
};
const UNKNOWN = ["fault", "发布没有完成，线上内容未变；系统会自动重试，仍不成功请联系系统管理员"] as const;

/** What went wrong: a code, and one sentence for the office; details are for the log. */
export function explainFailure(error: unknown): { readonly code: string; readonly error: string } {
  const [code, sentence] = toWords(error);
  return { code, error: sentence };
}

/** Of errors that always say the same. */
const FIXED: readonly (readonly [type: new (...args: never[]) => Error, code: string, sentence: string])[] = [
  [LeakFound, "leak", "发布前检查发现页面中含有不公开内容，已停止发布，线上内容未变；请联系系统管理员核查"],
  [
    KeyLost,
    "signing_key",
    "签名密钥（数据文件夹中的 keys/release-ed25519.json）不见了、打不开，或者不是原来的一把，已停止发布，线上内容未变；请系统管理员从密钥备份中恢复，确实找不回来的运行 npm run release -- --new-key 换用新的密钥",
  ],
  [
    NotLinked,
    "not_linked",
    "数据文件夹中的 releases/current 不是符号链接（复制数据文件夹时没有保留链接），已停止发布；请系统管理员删除数据文件夹中的 releases 文件夹后重新启动，网站会重新生成",
  ],
  [Unfit, "rollback_unfit", REFUSALS.rollback_unfit],
  [Outdated, "outdated", "发布期间有内容撤回或更正，这一次不再上线，已改为按最新内容重新发布"],
  [Cancelled, "cancelled", CANCELLED],
  [LeaseLost, "lease_lost", "发布中断过久，已由另一次发布接替"],
];

function toWords(error: unknown): readonly [code: string, sentence: string] {
  const fixed = FIXED.find(([type]) => error instanceof type);
  if (fixed) return [fixed[1], fixed[2]];
  if (error instanceof NotPublishable)
    return [
      "not_publishable",
      `有一份公开内容缺少必备信息（${error.message}），已停止发布，线上内容未变；请补齐或撤回后重新发布`,
    ];
  if (error instanceof FewerPages)
    return [
      "fewer_pages",
      `这次发布会使网页由 ${error.before} 个减少到 ${error.after} 个，已暂停，线上内容未变；确属需要的，请在发布记录中确认后继续`,
    ];
  if (error instanceof Forgotten)
    return [
      "forgotten",
      `${error.path} 的内容以前撤回或更正过，现在的数据库里却没有这次撤回或更正（数据库可能是从较早的备份恢复的），已停止发布，线上内容未变；请对照“更正和撤回”页，把备份以后办的撤回和更正重新办理一遍，再重新发布`,
    ];
  if (error instanceof NotDeployed) return [error.reason, NOT_DEPLOYED[error.reason]];
  return findSystemWords(error) ?? UNKNOWN;
}

/** What the system said, however deep: the database wraps it. */
function findSystemWords(error: unknown): readonly [code: string, sentence: string] | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const known = "code" in cause ? CODES[String(cause.code)] : undefined;
    if (known) return known;
  }
  return undefined;
}
