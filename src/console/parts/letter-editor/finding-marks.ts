import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Finding } from "#domain/gate/finding.ts";

const key = new PluginKey<DecorationSet>("findings");

/** Every place of these words within one block of the document. */
export function findPlaces(doc: Node, words: string): { readonly from: number; readonly to: number }[] {
  const places: { from: number; to: number }[] = [];
  if (words === "") return places;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    // A line break is one character here and one place there, so offsets and places agree.
    const text = node.textBetween(0, node.content.size, undefined, "\n");
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const from = position + 1 + at;
      places.push({ from, to: from + words.length });
    }
    return false;
  });
  return places;
}

function markFindings(doc: Node, findings: readonly Finding[]): DecorationSet {
  const marks = findings.flatMap(({ text, severity, message }) =>
    findPlaces(doc, text).map(({ from, to }) =>
      Decoration.inline(from, to, { class: `finding-${severity}`, title: message }),
    ),
  );
  return DecorationSet.create(doc, marks);
}

declare module "@tiptap/core" {
  // oxlint-disable-next-line typescript/no-unused-vars
  interface Commands<ReturnType> {
    findingMarks: { showFindings: (findings: readonly Finding[]) => ReturnType };
  }
}

/** Underlines what the gate found, and keeps the lines in their place while words are typed before them. */
export const FindingMarks = Extension.create({
  name: "findingMarks",
  addCommands() {
    return {
      showFindings:
        (findings) =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.setMeta(key, findings).setMeta("addToHistory", false));
          return true;
        },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, before) => {
            const findings: readonly Finding[] | undefined = tr.getMeta(key);
            return findings ? markFindings(tr.doc, findings) : before.map(tr.mapping, tr.doc);
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
