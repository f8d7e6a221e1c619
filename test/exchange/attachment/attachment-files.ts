import { zlibSync } from "fflate";
import { crc32 } from "#exchange/zip/crc32.ts";
import { concat } from "../raw-zip.ts";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

export type PdfInput = {
  /** One string for each page: ASCII, in Helvetica; "" is a page without text. */
  readonly pages: readonly string[];
  readonly info?: string;
  /** Entries of the catalogue. */
  readonly catalog?: string;
  /** Entries of every page. */
  readonly page?: string;
  readonly objects?: readonly string[];
};

/** A PDF written object by object, so that a test can put into it what no program would. */
export function buildPdf({ pages, info = "", catalog = "", page = "", objects = [] }: PdfInput): Uint8Array {
  const first = 4 + objects.length;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(" ");
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...objects,
    ...pages.flatMap((text, at) => {
      const content = text === "" ? "" : `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R ${page} >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let out = "%PDF-1.7\n";
  const offsets = bodies.map((body, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = out.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `<< /Size ${bodies.length + 1} /Root 1 0 R ${info ? `/Info << ${info} >>` : ""} >>`;
  return ascii(
    `${out}xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${xref}\n%%EOF\n`,
  );
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat([ascii(type), data]);
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(body, 4);
  view.setUint32(8 + data.length, crc32(body));
  return out;
}

/** A PNG of one grey pixel, with chunks before the picture. */
export function buildPng(more: readonly (readonly [type: string, text: string])[] = [], size = 1): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set([8, 0, 0, 0, 0], 8);
  return concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    ...more.map(([type, text]) => chunk(type, ascii(text))),
    chunk("IDAT", zlibSync(Uint8Array.of(0, 0x80))),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function segment(marker: number, data: Uint8Array): Uint8Array {
  return concat([Uint8Array.of(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff), data]);
}

/** The skeleton of a JPEG: segments as a camera writes them around a scan that nobody decodes here. */
export function buildJpeg(more: readonly (readonly [marker: number, text: string])[] = [], pixels = 1): Uint8Array {
  const frame = Uint8Array.of(8, pixels >> 8, pixels & 0xff, pixels >> 8, pixels & 0xff, 1, 1, 0x11, 0);
  return concat([
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, ascii("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0")),
    ...more.map(([marker, text]) => segment(marker, ascii(text))),
    segment(0xdb, new Uint8Array(65)),
    segment(0xc0, frame),
    segment(0xc4, new Uint8Array(20)),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    Uint8Array.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
    Uint8Array.of(0xff, 0xd9),
  ]);
}
