import { sql } from "drizzle-orm";
import { campaigns } from "../schema/campaigns.ts";
import { motions } from "../schema/motions.ts";

/** Names of filers are public where the campaign says so, and never where they asked for confidentiality (design §5). */
export const namesArePublic = sql<boolean>`(${campaigns.namesPublic} = 1 and ${motions.confidential} = 0)`.mapWith(
  Boolean,
);
