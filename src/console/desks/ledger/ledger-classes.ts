import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Campaign } from "../../parts/campaigns.ts";
import type { LedgerQuery } from "./ledger-query.ts";

export type ClassOption = { readonly code: string; readonly label: string };

/** Classes that the chosen years use; with their wording where it is one and the same, else the bare letter. */
export function listClasses(
  { campaign, kind }: LedgerQuery,
  campaigns: readonly Campaign[],
  schemes: readonly Scheme[],
): ClassOption[] {
  const used = new Set(
    campaigns
      .filter(({ id }) => campaign === undefined || id === campaign)
      .flatMap(({ kinds }) => kinds.filter((one) => kind === undefined || one.kind === kind))
      .map(({ schemeId }) => schemeId),
  );
  const classes = schemes.filter(({ id }) => used.has(id)).flatMap((scheme) => scheme.classes);
  const wordings = Map.groupBy(classes, ({ code }) => code);
  return [...wordings.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, same]) => {
      const [label, another] = new Set(same.map((one) => one.label));
      return {
        code,
        label: another === undefined && label !== undefined && label !== code ? `${code} ${label}` : `${code} 类`,
      };
    });
}
