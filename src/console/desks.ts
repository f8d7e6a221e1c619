import type { Desk } from "./desk.ts";
import { aftercareDesks } from "./desks/aftercare/desks.ts";
import { deadlineDesks } from "./desks/deadlines/desks.ts";
import { ledgerDesks } from "./desks/ledger/desks.ts";
import { matterDesks } from "./desks/matter/desks.ts";
import { todayDesks } from "./desks/today/desks.ts";
import { accountDesks } from "./desks/own-account/desks.ts";
import { publishDesks } from "./desks/publish/desks.ts";
import { reviewDesks } from "./desks/review/desks.ts";
import { unitDesks } from "./desks/unit/desks.ts";

/** Every screen behind the sign-in, in the order of the menu. */
export const DESKS: readonly Desk[] = [
  ...todayDesks,
  ...ledgerDesks,
  ...matterDesks,
  ...unitDesks,
  ...reviewDesks,
  ...publishDesks,
  ...aftercareDesks,
  ...deadlineDesks,
  ...accountDesks,
];
