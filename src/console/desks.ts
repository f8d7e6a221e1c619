import type { Desk } from "./desk.ts";
import { aftercareDesks } from "./desks/aftercare/desks.ts";
import { deadlineDesks } from "./desks/deadlines/desks.ts";
import { importDesks } from "./desks/import/desks.ts";
import { ledgerDesks } from "./desks/ledger/desks.ts";
import { matterDesks } from "./desks/matter/desks.ts";
import { todayDesks } from "./desks/today/desks.ts";
import { accountDesks } from "./desks/own-account/desks.ts";
import { publishDesks } from "./desks/publish/desks.ts";
import { reviewDesks } from "./desks/review/desks.ts";
import { settingsDesks } from "./desks/settings/desks.ts";
import { statisticsDesks } from "./desks/statistics/desks.ts";
import { accountsDesks } from "./desks/accounts/desks.ts";
import { documentDesks } from "./desks/documents/desks.ts";
import { peopleDesks } from "./desks/people/desks.ts";
import { auditDesks } from "./desks/audit/desks.ts";
import { unitDesks } from "./desks/unit/desks.ts";

/** Every screen behind the sign-in, in the order of the menu. */
export const DESKS: readonly Desk[] = [
  ...todayDesks,
  ...ledgerDesks,
  ...importDesks,
  ...matterDesks,
  ...unitDesks,
  ...reviewDesks,
  ...publishDesks,
  ...aftercareDesks,
  ...deadlineDesks,
  ...documentDesks,
  ...statisticsDesks,
  ...settingsDesks,
  ...peopleDesks,
  ...accountsDesks,
  ...auditDesks,
  ...accountDesks,
];
