/** What the tests use of citation-js, which ships no types. */
declare module "@citation-js/core" {
  type Item = {
    readonly title?: string;
    readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
    readonly URL?: string;
    readonly issued?: { readonly "date-parts"?: readonly (readonly (number | string)[])[] };
  };
  export class Cite {
    constructor(text: string);
    readonly data: readonly Item[];
    format(kind: string, options: Readonly<Record<string, string>>): string;
  }
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-csl" {}
declare module "@citation-js/plugin-ris" {}
