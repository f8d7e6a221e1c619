import { askForRelease } from "#services/releases/ask.ts";
import { openContext } from "./open-context.ts";

/** npm run dev: the server, started again at every change of the sources, with a release made by the new code. */
const ctx = await openContext();
await askForRelease(ctx, "release.dev");
await import("../node.ts");
