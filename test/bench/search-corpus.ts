import { makeDemoCity } from "#db/seed/demo/demo-city.ts";
import { createRandom } from "#test/e2e/search-records.ts";

export type Text = { readonly id: string; readonly title: string; readonly body: string };

const SURNAMES = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"];
const GIVEN = [
  ..."安邦昌朝辰诚楚春达德东法芳飞峰富刚光广桂国海涵翰浩河弘华淮慧吉佳建江杰锦景静均凯康昆兰乐黎礼林玲龙茂梅明宁鹏琪青泉荣瑞森山舒松涛天彤巍文武西贤祥晓欣雪岩阳怡英永宇远云泽章哲真志中卓",
];
const PLACES = [..."东西南北中上下大小新老青白红龙凤石金银水沙河湖山桥柳桂竹松梅兰丰安平永兴福瑞康乐泰和清"];
const ENDINGS = ["小区", "花园", "新村", "社区", "路", "街", "巷", "村", "河", "桥", "广场", "公园"];
const SENTENCES = 26;

type Draw = <T>(values: readonly T[]) => T;

function toDetail(draw: Draw, random: (below: number) => number): string {
  const place = `${draw(PLACES)}${draw(PLACES)}${draw(ENDINGS)}`;
  const name = `${draw(SURNAMES)}${draw(GIVEN)}${random(3) === 0 ? "" : draw(GIVEN)}`;
  const amount = `${1 + random(9000)}.${random(10)}`;
  const day = `${2015 + random(12)}年${1 + random(12)}月${1 + random(28)}日`;
  return draw([
    `${place}涉及${1 + random(5000)}户，投入${amount}万元。`,
    `${day}，${name}代表到${place}察看。`,
    `经与${name}委员沟通，${place}列入${2020 + random(9)}年计划，占${random(100)}.${random(100)}%。`,
    `${place}至${draw(PLACES)}${draw(PLACES)}${draw(ENDINGS)}一段长${amount}公里。`,
  ]);
}

/**
 * Replies that differ: sentences of the demo city in an order of their own, among them people, places and figures drawn
 * anew. The same in every run; some 900 characters each.
 */
export function makeVariedReplies(count: number): Text[] {
  const random = createRandom(20_261_122);
  const draw: Draw = (values) => {
    const value = values[random(values.length)];
    if (value === undefined) throw new Error("Nothing to draw from");
    return value;
  };
  const city = makeDemoCity();
  const bodies = city.matters.flatMap(({ replies }) => replies).flatMap(({ body }) => body);
  const paragraphs = bodies.flatMap((part) => ("text" in part ? [part.text] : part.table.flat()));
  const sentences = [...new Set(paragraphs.flatMap((text) => text.split(/(?<=[。；])/u)))].filter(
    (text) => text.length > 8,
  );
  const titles = city.matters.map(({ title }) => title);
  const toTitle = (): string => {
    const title = draw(titles);
    return random(2) === 0 ? title : title.replace(/^关于/u, `关于${draw(PLACES)}${draw(PLACES)}${draw(ENDINGS)}`);
  };
  const toBody = (): string =>
    Array.from({ length: SENTENCES }, () => {
      const text = random(4) === 0 ? toDetail(draw, random) : draw(sentences);
      return random(5) === 0 ? `${text}\n` : text;
    }).join("");
  return Array.from({ length: count }, (_, place) => ({ id: String(place), title: toTitle(), body: toBody() }));
}
