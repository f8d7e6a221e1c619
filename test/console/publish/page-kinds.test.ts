import { expect, test } from "vitest";
import { groupPages, kindOfPage } from "#console/desks/publish/page-kinds.ts";

test.each([
  ["/", "网站首页"],
  ["/2026/", "年度统计和目录"],
  ["/2026/jianyi/39/", "建议提案的网页"],
  ["/units/zhujian/", "承办单位的网页"],
  ["/replies/2026-jianyi/1/", "全部答复的目录"],
  ["/nowhere/", "其他网页"],
])("%s is called %s", (path, name) => expect(kindOfPage(path)).toBe(name));

test("the rarest kind stands first and nothing is lost", () => {
  const pages = ["/topics/a/", "/topics/b/", "/"].map((path) => ({ path, whyLabel: "有变化" }));
  expect(groupPages(pages).map(([name, own]) => [name, own.length])).toEqual([
    ["网站首页", 1],
    ["专题的网页", 2],
  ]);
});
