/**
 * Words that mean the same in replies, place for place; the first is the one in official use. Drawn from the words of
 * the field (domain reference §5: 政务大厅 and 政务服务中心), not learned from anyone's searches.
 */
const GROUPS: readonly (readonly string[])[] = [
  ["加装电梯", "增设电梯", "加梯"],
  ["托育", "托幼", "婴幼儿照护"],
  ["政务服务中心", "政务大厅", "办事大厅"],
  ["养老服务", "居家养老", "养老"],
  ["敬老院", "养老院", "养老机构"],
  ["长者食堂", "老年食堂", "助餐点"],
  ["老旧小区", "老小区", "旧小区"],
  ["停车位", "车位", "停车泊位"],
  ["充电桩", "充电设施", "充电站"],
  ["公共交通", "公交"],
  ["农村公路", "乡村公路", "村道"],
  ["自来水", "供水", "饮水安全"],
  ["雨污分流", "排水改造", "管网改造"],
  ["生活垃圾分类", "垃圾分类"],
  ["义务教育", "中小学"],
  ["学前教育", "幼儿园"],
  ["课后服务", "课后托管"],
  ["基层医疗", "社区医院", "乡镇卫生院", "社区卫生服务中心"],
  ["家庭医生", "签约医生"],
  ["医疗保障", "医保"],
  ["民营经济", "民营企业", "非公有制经济"],
  ["营商环境", "投资环境"],
  ["招商引资", "招商"],
  ["乡村振兴", "美丽乡村"],
  ["人居环境", "村容村貌"],
  ["河长制", "河湖长制"],
  ["大气污染", "空气质量"],
  ["噪声", "噪音"],
  ["共享单车", "共享自行车"],
  ["电动自行车", "电瓶车", "电动车"],
  ["物业管理", "物业服务", "物业"],
  ["业主委员会", "业委会"],
  ["保障性住房", "保障房", "公租房"],
  ["城市更新", "棚户区改造", "旧城改造"],
  ["公共厕所", "公厕"],
  ["文物保护", "文保单位"],
  ["非物质文化遗产", "非遗"],
  ["全民健身", "体育设施", "健身器材"],
  ["退役军人", "退伍军人"],
  ["农民工", "务工人员"],
  ["残疾人", "残障人士"],
  ["预制菜", "预制食品"],
  ["人工智能", "AI"],
  ["12345", "政务热线", "市民热线"],
];

const MOST = 4;

function replaceIn(term: string, group: readonly string[]): string[] {
  const held = group.filter((word) => term.includes(word)).toSorted((a, b) => b.length - a.length)[0];
  if (held === undefined) return [];
  // A word that holds the one replaced would find what is found already: 养老 → 居家养老.
  return group.filter((word) => !word.includes(held)).map((word) => term.replace(held, word));
}

/** Other ways to say a folded term, at most four. */
export function synonymsOf(term: string): string[] {
  const folded = GROUPS.map((group) => group.map((word) => word.toLowerCase()));
  const others = folded.flatMap((group) => replaceIn(term, group)).filter((other) => other !== term);
  return [...new Set(others)].slice(0, MOST);
}

/** Words that people search for. */
export function fieldWords(): string[] {
  return GROUPS.flat();
}
