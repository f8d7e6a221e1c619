import type { PageView } from "#domain/view/page-view.ts";

/** Narrows the view to the kind its page file was written for; a view at the wrong address stops the release. */
export function expectView<K extends PageView["page"]>(view: PageView, page: K): Extract<PageView, { page: K }> {
  if (view.page !== page) throw new Error(`Expected a view of kind ${page}, got ${view.page}`);
  return view as Extract<PageView, { page: K }>;
}
