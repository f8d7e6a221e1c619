import { detectFileKind } from "../file-kind.ts";
import { toKindRefusal } from "../refuse-kind.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { readCentralDirectory } from "./central-directory.ts";
import { inflateEntry } from "./inflate-entry.ts";
import { readPackedEntries } from "./packed-bytes.ts";
import { refuseLargeFile } from "./refuse-size.ts";
import type { ZipLimits } from "./zip-limits.ts";
import { LETTERS_LIMITS, OFFICE_LIMITS, megabytes } from "./zip-limits.ts";

export type WalkedEntry = { readonly name: string; readonly bytes: Uint8Array };

/** Folders, and what systems leave beside the files: resource forks of macOS, lock files of Word. */
function isAside(name: string): boolean {
  return name.endsWith("/") || /(?:^|\/)(?:__MACOSX\/|\._|~\$|Thumbs\.db$|\.DS_Store$)/i.test(name);
}

/**
 * Yields the entries of a ZIP of letters whose names `wanted` takes, in the order of the directory, one in memory at a
 * time. The same guard as openZip; an entry may be no larger than an office file. Throws UnreadableFile.
 */
export async function* walkZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = LETTERS_LIMITS,
): AsyncGenerator<WalkedEntry> {
  refuseLargeFile(bytes, limits.fileBytes);
  const kind = detectFileKind(bytes);
  if (kind !== "zip") throw toKindRefusal(kind, "zip");
  for (const packed of readPackedEntries(bytes, readCentralDirectory(bytes, limits))) {
    const { name, size } = packed.entry;
    if (isAside(name) || !wanted(name)) continue;
    if (size > OFFICE_LIMITS.inflatedBytes) {
      throw new UnreadableFile(
        "too_large",
        `压缩包里的“${name}”有 ${megabytes(size)}，超过 ${megabytes(OFFICE_LIMITS.inflatedBytes)} 的上限。请取出后重新打包。`,
      );
    }
    yield { name, bytes: await inflateEntry(packed) };
  }
}
