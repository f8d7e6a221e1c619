/**
 * 索引号: organisation code / year and month - five-digit serial, as 003187229/202502-00045.
 * Unique; given once; never changes, whoever publishes later (政府信息公开目录系统实施指引).
 */
export function formatIndexNumber(organisation: string, year: number, month: number, serial: number): string {
  const period = `${year}${String(month).padStart(2, "0")}`;
  return `${organisation}/${period}-${String(serial).padStart(5, "0")}`;
}
