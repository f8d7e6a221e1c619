import type { Page } from "playwright-core";

/**
 * Words in charts that stand out by less than 7:1 from the tone around them. axe leaves text in SVG undecided, for it sees no
 * background; here it is the rim that `figures.css` draws around each word in the tone of its part.
 */
export async function findFaintChartText(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    // WCAG 2.2, relative luminance of sRGB.
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return [...document.querySelectorAll("svg text")].flatMap((text) => {
      const { display, fill, stroke } = getComputedStyle(text);
      if (display === "none") return [];
      const [darker = 0, lighter = 0] = [luminance(fill), luminance(stroke)].toSorted((a, b) => a - b);
      const ratio = (lighter + 0.05) / (darker + 0.05);
      return ratio < 7 ? [`faint chart text ${ratio.toFixed(1)}: ${text.textContent}`] : [];
    });
  });
}
