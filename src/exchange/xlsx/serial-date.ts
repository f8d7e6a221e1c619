const DAY = 86_400_000;
/** Day 0 of the 1900 system once its false 29 February 1900 (serial 60) is past, and of the 1904 system (ECMA-376 Part 1 §18.17.4.1). */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/** A serial number as YYYY-MM-DD, with ` HH:MM` when it has a time; undefined when it is no date. */
export function serialToDate(serial: number, date1904: boolean): string | undefined {
  if (!(serial >= 1 && serial < LAST_SERIAL + 1)) return undefined;
  const early = !date1904 && serial < 60 ? DAY : 0;
  const minutes = Math.round((serial % 1) * 1440);
  const start = (date1904 ? EPOCH_1904 : EPOCH_1900) + early + Math.floor(serial) * DAY;
  const iso = new Date(start + minutes * 60_000).toISOString();
  return minutes === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
