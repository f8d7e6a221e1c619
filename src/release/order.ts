import type { Database } from "#db/open.ts";

export type ReleaseOrder = {
  readonly db: Database;
  readonly id: string;
  readonly dataFolder: string;
  /** Origin of the site without a slash at the end, or "". */
  readonly origin: string;
  /** Base path without a slash at the end, or "". */
  readonly base: string;
  readonly createdAt: string;
  /** Makes everything anew, whatever is known. */
  readonly full?: boolean;
  /** Somebody has seen that many pages go, and wants it. */
  readonly isDropConfirmed?: boolean;
  /** Throws where another process has taken over. */
  readonly assertHeld: () => Promise<void>;
  /** Throws Cancelled where somebody wants it to stop. */
  readonly onStep: (step: string, done: number, total: number) => Promise<void>;
};
