import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { bannerXml, headerXml, rowXml } from "./cell-xml.ts";
import { packageParts, sheetHead, sheetTail } from "./package-xml.ts";
import type { SheetPlan } from "./sheet-plan.ts";
import { headerRowOf } from "./sheet-plan.ts";
import { STYLE, STYLES_XML } from "./styles-xml.ts";

/** Equal content, equal bytes: an entry carries no time of its making. ZIP knows no earlier day. */
const EPOCH = "1980-01-01T00:00:00";
const ROWS_AT_ONCE = 200;

async function* sheetXml(plan: SheetPlan): AsyncGenerator<string> {
  const { title, note, columns, rows } = plan;
  const header = headerRowOf(plan);
  yield sheetHead(plan);
  if (title !== undefined) yield bannerXml(1, title, columns.length, STYLE.title, 36);
  if (note !== undefined) yield bannerXml(header - 1, note, columns.length, STYLE.note, 34);
  yield headerXml(header, columns);
  let row = header;
  let waiting = "";
  for await (const cells of rows) {
    row += 1;
    waiting += rowXml(row, cells, columns);
    if (row % ROWS_AT_ONCE === 0) {
      yield waiting;
      waiting = "";
    }
  }
  yield waiting + sheetTail(plan, row);
}

/** Packs a piece of an entry so that the pieces in a row are one raw deflate stream. */
export type Deflate = (bytes: Uint8Array, isLast: boolean) => Uint8Array<ArrayBuffer>;

const DEFLATED = 8;

class PackedEntry extends ZipPassThrough {
  readonly #deflate: Deflate;

  constructor(name: string, deflate: Deflate) {
    super(name);
    this.compression = DEFLATED;
    this.#deflate = deflate;
  }

  protected override process(bytes: Uint8Array, isLast: boolean): void {
    this.ondata(null, this.#deflate(bytes, isLast), isLast);
  }
}

/** Chunks of the ZIP as they come out; an error of the packer is thrown where the next chunk is asked for. */
class ZipQueue {
  readonly #zip: Zip;
  #chunks: Uint8Array[] = [];
  #error: Error | undefined;
  readonly #deflate: Deflate | undefined;

  constructor(deflate?: Deflate) {
    this.#deflate = deflate;
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#error = error;
      else this.#chunks.push(chunk);
    });
  }

  open(name: string): ZipPassThrough | ZipDeflate {
    const entry = this.#deflate ? new PackedEntry(name, this.#deflate) : new ZipDeflate(name, { level: 6 });
    entry.mtime = EPOCH;
    this.#zip.add(entry);
    return entry;
  }

  end(): void {
    this.#zip.end();
  }

  take(): Uint8Array[] {
    if (this.#error) throw this.#error;
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }
}

/**
 * Writes a workbook piece by piece: rows are taken as they come, so that a table of any length needs the memory of a page.
 * Sheets in the order given; each is read once.
 * @param deflate where the place has one that is faster than ours, which runs anywhere
 */
export async function* writeWorkbook(plans: readonly SheetPlan[], deflate?: Deflate): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const queue = new ZipQueue(deflate);
  for (const [name, xml] of [...packageParts(plans), ["xl/styles.xml", STYLES_XML] as const]) {
    queue.open(name).push(encoder.encode(xml), true);
  }
  for (const [index, plan] of plans.entries()) {
    const entry = queue.open(`xl/worksheets/sheet${index + 1}.xml`);
    for await (const xml of sheetXml(plan)) {
      entry.push(encoder.encode(xml));
      yield* queue.take();
    }
    entry.push(new Uint8Array(), true);
  }
  queue.end();
  yield* queue.take();
}
