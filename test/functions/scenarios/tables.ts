import type { Scenario } from "#test/support/scenario.ts";
import { accounts } from "./accounts.ts";
import { archiveScenarios } from "./archives.ts";
import { originalScenarios } from "./originals.ts";
import { gateScenarios } from "./gate.ts";
import { ownAccess } from "./own-access.ts";
import { signingIn } from "./signing-in.ts";
import { commitmentsAndFollowUps } from "./aftercare.ts";
import { campaigns } from "./campaigns.ts";
import { closing } from "./closing.ts";
import { contactsAndExtensions } from "./contacts.ts";
import { deciding } from "./deciding.ts";
import { stages } from "./stages.ts";
import { telling } from "./telling.ts";
import { dealing } from "./dealing.ts";
import { drafting } from "./drafting.ts";
import { exports, summing } from "./exports.ts";
import { feedback } from "./feedback.ts";
import { figures } from "./figures.ts";
import { ledger } from "./ledger.ts";
import { objecting } from "./objecting.ts";
import { opinionsAndPeople } from "./opinions.ts";
import { imports } from "./importing.ts";
import { papers } from "./papers.ts";
import { previewing } from "./previewing.ts";
import { publishing } from "./publishing.ts";
import { reading } from "./reading.ts";
import { supervising } from "./supervising.ts";
import { writing } from "./writing.ts";
import { reference } from "./reference.ts";
import { registers } from "./registers.ts";
import { running } from "./running.ts";

/** Every scenario, by what it is about. A new table is put here. */
export const SCENARIOS: Readonly<Record<string, readonly Scenario[]>> = {
  signingIn,
  ownAccess,
  accounts,
  campaigns,
  running,
  reference,
  registers,
  figures,
  ledger,
  dealing,
  deciding,
  stages,
  telling,
  objecting,
  contactsAndExtensions,
  closing,
  opinionsAndPeople,
  reading,
  writing,
  drafting,
  publishing,
  previewing,
  feedback,
  commitmentsAndFollowUps,
  supervising,
  papers,
  imports,
  archives: archiveScenarios,
  originals: originalScenarios,
  gate: gateScenarios,
  exports,
  summing,
};
