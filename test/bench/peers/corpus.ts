import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One reply as a page of any generator would show it: the text that ours shows, without our page around it. */
export type PeerPage = {
  readonly path: string;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly unit: string;
  readonly topic: string;
  readonly docNumber: string;
  readonly addressee: string;
  readonly blocks: readonly { readonly heading: boolean; readonly text: string }[];
};

type Node = { readonly type: string; readonly text?: string; readonly content?: readonly Node[] };
type Beside = {
  /** Not there beside the page of a withdrawn matter. */
  readonly matter?: {
    readonly path: string;
    readonly year: number;
    readonly number: number;
    readonly title: string;
    readonly topic?: { readonly name: string } | null;
    readonly replies: readonly {
      readonly unit: { readonly name: string };
      readonly docNumber?: string | null;
      readonly addressee?: string | null;
      readonly body?: Node | null;
    }[];
  };
};

const toText = (node: Node): string => node.text ?? (node.content ?? []).map(toText).join("");

function toPage(matter: NonNullable<Beside["matter"]>): PeerPage {
  const [reply] = matter.replies;
  return {
    path: matter.path,
    year: matter.year,
    number: matter.number,
    title: matter.title,
    unit: reply?.unit.name ?? "",
    topic: matter.topic?.name ?? "",
    docNumber: reply?.docNumber ?? "",
    addressee: reply?.addressee ?? "",
    blocks: (reply?.body?.content ?? []).map((node) => ({ heading: node.type === "heading", text: toText(node) })),
  };
}

/** Every matter page of a released site, by address, from the JSON beside it. */
export async function readPeerCorpus(site: string): Promise<PeerPage[]> {
  const pages: PeerPage[] = [];
  for await (const file of glob("*/{jianyi,tian}/*/index.json", { cwd: site })) {
    const { matter } = JSON.parse(await readFile(join(site, file), "utf8")) as Beside;
    if (matter) pages.push(toPage(matter));
  }
  return pages.toSorted((a, b) => a.path.localeCompare(b.path));
}
