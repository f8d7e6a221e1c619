/** Resolved by the build of the Worker (build-worker.ts): the compiled pages. */
declare module "huiyin:renderer" {
  import type { PageLocals } from "#domain/view/page-view.ts";
  export const render: (locals: PageLocals) => Promise<string>;
}
