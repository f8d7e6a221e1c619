export const RELEASE_STATES = ["queued", "running", "live", "superseded", "failed"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

export const RELEASE_LABELS: Readonly<Record<ReleaseState, string>> = {
  queued: "排队中",
  running: "正在发布",
  live: "已上线",
  superseded: "已被新版本替换",
  failed: "未成功",
};
