import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { ChangeRow } from "#domain/view/record-views.ts";
import type { ShownMatter } from "../plan/shown.ts";

/** One entry, in the words that both Atom and JSON Feed know. */
export type FeedItem = {
  /** Path of the page on this site. */
  readonly path: string;
  /** Of its own among all entries of all feeds. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly tags: readonly string[];
};

/** "2026-05-20" or "2026-05-20 09:30" in Shanghai as RFC 3339. */
export function toInstant(at: string): string {
  const [day, time = "00:00"] = at.split(" ");
  return `${day}T${time}:00+08:00`;
}

export function toFeedItem({ line, traces }: ShownMatter): FeedItem {
  const { path, year, kind, numberLabel, title, units, outcomes, topic, publishedOn } = line;
  const name = `${year}年${numberLabel}${KIND_WORDS[kind].label}`;
  const said = units.map((unit, at) => {
    const outcome = outcomes[at];
    return outcome ? `${unit.name}：${outcome.code}类（${outcome.label}）` : unit.name;
  });
  const corrected = traces.corrections.map(({ publishedAt }) => publishedAt);
  const last = [publishedOn, ...corrected].toSorted().at(-1) ?? publishedOn;
  return {
    path,
    id: path,
    title,
    summary: `${name}，答复单位和办理结果：${said.join("；")}。`,
    publishedAt: toInstant(publishedOn),
    updatedAt: toInstant(last),
    tags: [KIND_WORDS[kind].label, ...units.map((unit) => unit.name), ...(topic ? [topic.name] : [])],
  };
}

/** One letter of several: the matter stays. */
function toWithdrawnItem({ line, unitName, withdrawnOn, reason }: ChangeRow & { kind: "reply_withdrawal" }): FeedItem {
  const at = toInstant(withdrawnOn);
  return {
    path: line.path,
    id: `${line.path}?withdrawn&unit=${encodeURIComponent(unitName)}`,
    title: `撤回：${unitName}对“${line.title}”的答复`,
    summary: `${unitName}的答复已撤回，原因：${reason}；本件其他单位的答复仍然公开。请删除转载和引用的内容。`,
    publishedAt: at,
    updatedAt: at,
    tags: ["撤回"],
  };
}

export function toChangeItem(change: ChangeRow): FeedItem {
  if (change.kind === "correction") {
    const { line, edition, note, publishedAt, unitName } = change;
    const at = toInstant(publishedAt);
    return {
      path: line.path,
      id: `${line.path}?edition=${edition}&unit=${encodeURIComponent(unitName)}`,
      title: `更正：${line.title}`,
      summary: `${unitName}的答复更正为第 ${edition} 版。${note ?? ""}`,
      publishedAt: at,
      updatedAt: at,
      tags: ["更正"],
    };
  }
  if (change.kind === "reply_withdrawal") return toWithdrawnItem(change);
  if (change.kind === "document_withdrawal") {
    const { path, withdrawnAt, reason } = change.tombstone;
    const at = toInstant(withdrawnAt);
    const summary = `网址 ${path} 的文件已撤回，原因：${reason}。请删除转载和引用的内容。`;
    const item = { path, id: `${path}?withdrawn`, title: "撤回：一份文件", summary };
    return { ...item, publishedAt: at, updatedAt: at, tags: ["撤回"] };
  }
  const { tombstone } = change;
  const name = `${tombstone.year}年${motionNumberLabel(tombstone)}${KIND_WORDS[tombstone.kind].label}`;
  const at = toInstant(tombstone.withdrawnOn);
  return {
    path: tombstone.path,
    id: `${tombstone.path}?withdrawn`,
    title: `撤回：${name}的答复`,
    summary: `${name}的答复已撤回，原因：${tombstone.reason}。请删除转载和引用的内容。`,
    publishedAt: at,
    updatedAt: at,
    tags: ["撤回"],
  };
}
