const ENDING =
  /(?:局|委|委员会|办|办公室|厅|部|会|队|院|中心|政府|公司|处|所|站|社|街道|街道办事处|乡|镇|银行|分行|支行|支部)$/;

/** Does a short line end as names of units do? For lines of head and foot only: in running text this says nothing. */
export function endsLikeUnit(text: string): boolean {
  return ENDING.test(text);
}
