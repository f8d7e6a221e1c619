import type { SiteWriter } from "../assemble/site-writer.ts";
import type { Before } from "../plan/changes.ts";
import type { MatterSource } from "../project/matter-source.ts";
import type { ShareTask } from "../team/tasks.ts";
import type { City } from "../views/city.ts";

export type ArtefactWork = {
  readonly city: City;
  readonly writer: SiteWriter;
  readonly source: MatterSource;
  readonly before: Before | undefined;
  /** Folder of the site before. */
  readonly siteBefore: string | undefined;
  /** Notes which motions a file shows, before it is written. */
  readonly note: (file: string, shows: readonly string[]) => void;
  /** Origin and base path without a slash at the end. */
  readonly base: string;
  /** Has another thread do it, where there are any. */
  readonly share: ShareTask | undefined;
  /** Keys of everything that is no page, by file or folder: filled as it is made or kept. */
  readonly keys: Map<string, string>;
};

/** Notes the key; true where the release before made the same. */
export function isKept({ keys, before }: ArtefactWork, name: string, key: string): boolean {
  keys.set(name, key);
  return before?.plan.keys[name] === key;
}
