import { detectFileKind } from "../file-kind.ts";
import type { WantedFile } from "../refuse-kind.ts";
import { toKindRefusal } from "../refuse-kind.ts";
import { readCentralDirectory } from "./central-directory.ts";
import { inflateEntry } from "./inflate-entry.ts";
import { readPackedEntries } from "./packed-bytes.ts";
import { refuseLargeFile } from "./refuse-size.ts";
import type { ZipLimits } from "./zip-limits.ts";
import { OFFICE_LIMITS } from "./zip-limits.ts";

/** Name of entry → plain bytes; folders left out. Names are labels, never paths. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

/**
 * Opens a ZIP under bounds: size first, then kind by bytes, then the directory, then every entry with its length proved.
 * Throws UnreadableFile; `wanted` only words the refusal.
 */
export async function openZip(
  bytes: Uint8Array,
  limits: ZipLimits = OFFICE_LIMITS,
  wanted: WantedFile = "zip",
): Promise<ZipParts> {
  refuseLargeFile(bytes, limits.fileBytes);
  const kind = detectFileKind(bytes);
  if (kind !== "zip") throw toKindRefusal(kind, wanted);
  const parts = new Map<string, Uint8Array>();
  for (const packed of readPackedEntries(bytes, readCentralDirectory(bytes, limits))) {
    if (packed.entry.name.endsWith("/") && packed.entry.size === 0) continue;
    parts.set(packed.entry.name, await inflateEntry(packed));
  }
  return parts;
}
