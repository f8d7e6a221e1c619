import type { Context } from "#services/context.ts";
import { Underway } from "#services/errors.ts";
import { deliverOutbox } from "#services/supervision/deliver-outbox.ts";

const LOOK_EVERY_MS = 30_000;

/** Sends waiting reminders to the gateway from time to time; what the gateway does not take stays and is tried again. */
export function startOutboxRunner(
  ctx: Context,
  gateway: { readonly url: string; readonly secret: string },
  report: (error: unknown) => void,
): { stop: () => void } {
  const look = async () => {
    try {
      await deliverOutbox(ctx, { ...gateway, fetch });
    } catch (error) {
      if (!(error instanceof Underway)) report(error);
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
