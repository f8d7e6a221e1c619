import { SaxesParser } from "saxes";
import { UnreadableFile } from "../unreadable-file.ts";

/** Names are local names (prefix cut off), in elements and attributes alike. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

const DEEPEST = 256;
const SLICE = 64 * 1024;

export const brokenXml = (): UnreadableFile =>
  new UnreadableFile("broken_xml", "文件内部结构已损坏，无法读取。请在原电脑上确认能够打开，再另存一份后重新上传。");

const refuseDoctype = (): never => {
  throw new UnreadableFile(
    "doctype",
    "文件内部含有文档类型声明（DTD），有安全风险，不能读取。请用 Word、Excel 或 WPS 重新另存后上传。",
  );
};

const tooDeep = (): UnreadableFile =>
  new UnreadableFile("too_deep", "文件内部层层嵌套过深，不是正常的办公文档。请把内容复制到新文档后重新上传。");

/** UTF-8 unless a byte order mark says UTF-16 (ECMA-376 Part 2 §8.1.4 allows both). */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function toLocalAttributes(attributes: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

/** Feeds bytes in slices. The parser throws through: a broken part is refused as a whole. */
function feed(parser: { write(text: string): unknown; close(): unknown }, bytes: Uint8Array): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += SLICE) {
    parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

function run(parser: { write(text: string): unknown; close(): unknown }, bytes: Uint8Array): void {
  try {
    feed(parser, bytes);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenXml();
  }
}

/**
 * Streams one XML part by local names, for parts of one vocabulary. No DTD, no entities beyond XML's five, depth bounded.
 * Extension lists (`extLst`) hold other vocabularies and are passed over.
 */
export function walkXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let skippedFrom = 0;
  parser.on("doctype", refuseDoctype);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw tooDeep();
    const name = localName(tag.name);
    if (skippedFrom === 0 && name === "extLst") skippedFrom = depth;
    if (skippedFrom === 0) handlers.open(name, toLocalAttributes(tag.attributes));
  });
  parser.on("closetag", (tag) => {
    if (skippedFrom === 0) handlers.close(localName(tag.name));
    if (skippedFrom === depth) skippedFrom = 0;
    depth -= 1;
  });
  const text = (value: string): void => {
    if (skippedFrom === 0) handlers.text(value);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  run(parser, bytes);
}

export type NamespacedHandlers = {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: () => void;
  readonly text: (text: string) => void;
};

/** Streams one XML part with namespaces resolved: `prefixOf` gives each namespace its fixed prefix, whatever the file calls it. */
export function walkNamespacedXml(
  bytes: Uint8Array,
  prefixOf: (uri: string) => string,
  handlers: NamespacedHandlers,
): void {
  const parser = new SaxesParser({ xmlns: true });
  const qualified = (uri: string, local: string): string => (uri === "" ? local : `${prefixOf(uri)}:${local}`);
  let depth = 0;
  parser.on("doctype", refuseDoctype);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw tooDeep();
    const attributes = Object.values(tag.attributes).map(
      ({ uri, local, value }) => [qualified(uri, local), value] as const,
    );
    handlers.open(qualified(tag.uri, tag.local), new Map(attributes));
  });
  parser.on("closetag", () => {
    depth -= 1;
    handlers.close();
  });
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  run(parser, bytes);
}
