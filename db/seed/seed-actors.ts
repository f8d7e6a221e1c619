/** People of the demo office. They hold no key: whoever wants to act makes one. */
export const OFFICE_EDITOR = "demo-office-editor";
export const OFFICE_APPROVER = "demo-office-approver";

export function handlerOf(unitCode: string): string {
  return `demo-unit-${unitCode}`;
}
