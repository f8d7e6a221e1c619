import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePages, buildRenderer, renderPages } from "./render-samples.ts";
import { BARE_SITE, SITE } from "./sample-frame.ts";
import { EMPTY_PAGES, SAMPLE_PAGES } from "./sample-views.ts";

/** Writes every sample page to a folder, to be looked at: `node test/site/support/preview.ts FOLDER`. */
const [out = join(tmpdir(), "huiyin-preview")] = process.argv.slice(2);
const renderer = await buildRenderer("/", "preview");
await writePages(renderer, await renderPages(renderer, SITE, SAMPLE_PAGES), out);
await writePages(renderer, await renderPages(renderer, BARE_SITE, EMPTY_PAGES), `${out}-empty`);
