/** Civil time of the office: Asia/Shanghai, UTC+8 without summer time since 1992. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

function local(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}

/** YYYY-MM-DD in Shanghai. */
export function shanghaiDate(instant: Date): string {
  return local(instant).slice(0, 10);
}

/** "YYYY-MM-DD HH:mm" in Shanghai, the form of PubDate (国办发〔2017〕47号). */
export function shanghaiMinute(instant: Date): string {
  return local(instant).slice(0, 16).replace("T", " ");
}
