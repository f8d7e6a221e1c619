import { writeTransaction } from "#db/transaction.ts";
import { requestRelease } from "#services/releases/request.ts";
import { openContext } from "./open-context.ts";

/** npm run dev: the server, started again at every change of the sources, with a release made by the new code. */
const ctx = await openContext();
await writeTransaction(ctx.db, async (tx) => await requestRelease(tx, ctx, "release.dev"));
await import("../node.ts");
