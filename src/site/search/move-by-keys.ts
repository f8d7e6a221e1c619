import { view } from "./page-parts.ts";

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");
}

function links(): HTMLAnchorElement[] {
  return [...view.results.querySelectorAll<HTMLAnchorElement>("a.t1")];
}

/** The result above or below the one that has the focus; above the first is the box. */
function moveBy(step: 1 | -1): boolean {
  const all = links();
  const at = all.findIndex((link) => link === document.activeElement);
  if (at === -1 && (step === -1 || document.activeElement !== view.input)) return false;
  const next = at + step < 0 ? view.input : all[at + step];
  next?.focus();
  return next !== undefined;
}

function toBox(): boolean {
  view.input.focus();
  view.input.select();
  return true;
}

function press({ key, target }: KeyboardEvent): boolean {
  if (key === "ArrowDown") return moveBy(1);
  if (key === "ArrowUp") return moveBy(-1);
  if (key === "/") return !isWriting(target) && toBox();
  return key === "Escape" && view.results.contains(document.activeElement) && toBox();
}

/** / to the box, arrows through the results, Esc back (told on /about/search/). */
export function moveByKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (press(event)) event.preventDefault();
  });
}
