import { childElements, findAttribute, parseXmlTree } from "./xml-tree.ts";

export type Relationship = {
  readonly id: string;
  /** Last segment of the type URI: styles, header, hyperlink, oleObject … */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
};

/** word/document.xml → word/_rels/document.xml.rels; "" → _rels/.rels */
function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The name of the part that a target points to, seen from `part`. Dots are resolved inside the package only. */
export function resolveTarget(part: string, target: string): string {
  const base = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  const segments: string[] = [...base];
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

export function readRelationships(parts: ReadonlyMap<string, Uint8Array>, part: string): Relationship[] {
  const bytes = parts.get(relationshipsPartOf(part));
  if (!bytes) return [];
  return childElements(parseXmlTree(bytes)).map((element) => ({
    id: findAttribute(element, "Id") ?? "",
    type: (findAttribute(element, "Type") ?? "").split("/").at(-1) ?? "",
    target: findAttribute(element, "Target") ?? "",
    external: findAttribute(element, "TargetMode")?.toLowerCase() === "external",
  }));
}
