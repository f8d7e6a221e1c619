import type { Page } from "playwright-core";

/** How a reader has set the page: the system's colours, 长者版, the width of the window, folded parts opened, else as they stand. */
export type ReaderState = {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly elder: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly opened: boolean;
};

/** Puts a loaded page into a state, without loading it again and without the browser remembering 长者版. */
export async function enterState(page: Page, { colorScheme, elder, width, opened }: ReaderState): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    (state) => {
      document.documentElement.classList.toggle("elder", state.elder);
      const box = document.querySelector<HTMLInputElement>("#elder");
      if (box) box.checked = state.elder;
      if (state.opened) for (const part of document.querySelectorAll("details")) part.open = true;
    },
    { elder, opened },
  );
}
