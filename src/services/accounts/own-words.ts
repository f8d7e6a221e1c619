import { listUnitNames } from "#db/reads/units.ts";
import type { Reader } from "#db/open.ts";

const SYSTEM_WORDS = ["回音", "huiyin", "建议提案"];

export type Owner = { readonly login: string; readonly name: string; readonly unitCode: string | null };

/** What an attacker who knows the office would try first (ASVS 6.2.11). */
export async function listOwnWords(reader: Reader, { login, name, unitCode }: Owner): Promise<string[]> {
  const unit = (await listUnitNames(reader)).find(({ code }) => code === unitCode);
  const names = unit ? [unit.shortName, unit.fullName, ...unit.aliases] : [];
  const ofUnit = unit ? [unit.code, ...names.flatMap((word) => [word, word.replace(/^[省市州县区]/, "")])] : [];
  return [...SYSTEM_WORDS, login, name, ...ofUnit];
}
