const KB = 1024;
const MB = KB * KB;

/** As people read it: 1 KB at least, one decimal from 1 MB on. */
export function toFileSize(bytes: number): string {
  return bytes < MB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / MB).toFixed(1)} MB`;
}
