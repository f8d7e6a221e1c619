/** Lines of an 8 × 8 tile, by tone: a step of the flow is told by its pattern as well as by its tone. */
export const PATTERNS: ReadonlyMap<string, string> = new Map([
  ["flow-2", "M-2 2 2-2M0 8 8 0M6 10 10 6"],
  ["flow-3", "M0 0 8 8M0 8 8 0"],
  ["flow-4", "M4 2v4M2 4h4"],
]);
