import { UnreadableFile } from "../unreadable-file.ts";
import { prefixOfNamespace } from "./namespaces.ts";
import { brokenXml, walkNamespacedXml } from "./walk-xml.ts";

export type XmlElement = {
  /** `w:p`, `mc:Choice`: prefix by namespace, not as the file writes it. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
};

/** A sixty-page letter has some 50,000 elements; three times that is no letter and would not fit an isolate of 128 MB. */
const MOST_ELEMENTS = 150_000;

/** One XML part as a tree, bounded in depth and number of elements. */
export function parseXmlTree(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  let count = 0;
  walkNamespacedXml(bytes, prefixOfNamespace, {
    open: (name, attributes) => {
      count += 1;
      if (count > MOST_ELEMENTS) {
        throw new UnreadableFile("too_complex", "文档内容过多或结构过于复杂，已停止读取。请只保留答复正文后重新上传。");
      }
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => {
      open.pop();
    },
    text: (text) => {
      open.at(-1)?.children.push(text);
    },
  });
  const [top] = childElements(root);
  if (!top) throw brokenXml();
  return top;
}

export function childElements(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== "string");
}

export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childElements(element).find((child) => child.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return childElements(element).filter((child) => child.name === name);
}

export function findAttribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name);
}

/** Every element below, parents first. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const child of childElements(element)) {
    yield child;
    yield* descendants(child);
  }
}

/** The characters directly inside, without those of inner elements. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}
