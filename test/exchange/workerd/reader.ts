import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** What `read` gives for a file, as JSON: on Node and in workerd the same function. */
export async function readAsJson(path: string, bytes: Uint8Array): Promise<string> {
  try {
    const read = path.endsWith(".docx") ? await readReply(bytes) : await readAllocation(bytes, path);
    return JSON.stringify(read);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return JSON.stringify({ code: error.code, message: error.message });
  }
}

/** POST /name.docx with its bytes. */
export default {
  async fetch(request: Request): Promise<Response> {
    const path = decodeURIComponent(new URL(request.url).pathname.slice(1));
    return new Response(await readAsJson(path, new Uint8Array(await request.arrayBuffer())));
  },
};
