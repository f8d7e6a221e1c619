/** A unit with its last day (撤销), where it has one. */
export type UnitPeriod = { readonly shortName: string; readonly endedOn: string | null };

/** Why nothing can be assigned to a unit on this day; undefined where it can. Days: YYYY-MM-DD. */
export function findEndedFault({ shortName, endedOn }: UnitPeriod, day: string): string | undefined {
  if (endedOn === null || endedOn >= day) return undefined;
  const [year, month, date] = endedOn.split("-").map(Number);
  return `“${shortName}”已于${year}年${month}月${date}日撤销，不能再交办，请选择接续其职责的单位`;
}
