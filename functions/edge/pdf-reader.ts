import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** What the reading Worker answers: 200 with what it read (the bytes stay with who asked), 422 with a refusal. */
async function answer(request: Request): Promise<Response> {
  try {
    const { bytes: _, ...read } = await readPdf(new Uint8Array(await request.arrayBuffer()));
    return Response.json(read);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return Response.json({ code: error.code, message: error.message }, { status: 422 });
  }
}

/** Has no address of its own: only the Worker that is bound to it (wrangler.toml) can ask. */
const reader = { fetch: answer };

// oxlint-disable-next-line import/no-default-export -- the form that Workers ask for
export default reader;
