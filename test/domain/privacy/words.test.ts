import { describe, expect, it } from "vitest";
import { scanText } from "#domain/privacy/scan-text.ts";

const of = (code: string, text: string) => scanText([text]).filter((finding) => finding.code === code);

describe("pii_credential", () => {
  it.each([
    ["邮箱账号:shared-box@example.cn密码:Ab1234567),自行下载", "Ab1234567"],
    ["账号 admin，密 码 ： Ab1234567", "Ab1234567"],
    ["密\u200B码：Ａｂ１２３４５６７。", "Ａｂ１２３４５６７"],
    ["初始密码为123456，请及时修改", "123456"],
    ["登录密码统一为yunchuan@2026。", "yunchuan@2026"],
    ["口令：Yc#2026!", "Yc#2026!"],
    ["密碼Ab1234567", "Ab1234567"],
    ["password: Ab1234567", "Ab1234567"],
    ["PASSWORD＝admin", "admin"],
    ["pwd=a1b2c3", "a1b2c3"],
    ["api_key: 9f8e7d6c5b4a", "9f8e7d6c5b4a"],
    ["密码：一二三四五六", "一二三四五六"],
    ["密-码：Ab1234567", "Ab1234567"],
    ["访问 https://box:Ab1234567@files.example.cn 下载", "Ab1234567"],
  ])("%s", (text, secret) => {
    expect(of("pii_credential", text)).toMatchObject([{ severity: "block", text: secret }]);
  });

  it.each([
    "加强密码管理，推进商用密码应用安全性评估。",
    "密码不少于8位，须含字母和数字。",
    "密码长度为12位以上。",
    "密码:******",
    "密码：xxxxxx",
    "密码应用改造2026年底完成。",
    "无人机口令识别准确率98.5%",
    "Token经济、passport办理",
    "《密码法》自2020年1月1日起施行",
  ])("nothing in: %s", (text) => {
    expect(of("pii_credential", text)).toEqual([]);
  });

  it("reads a table in which 密码 stands in the head", () => {
    const findings = scanText(["账号", "密码", "shared-box@example.cn", "Ab1234567"]);
    expect(findings.find(({ code }) => code === "pii_credential")?.text).toBe("Ab1234567");
  });
});

describe("pii_email", () => {
  it.each([
    "zhang.san@example.com",
    "zhang.san＠example．com",
    "zhang.san @ example.com",
    "zhang\u200B.san@exam\u200Bple.com",
    "zhang_san[at]example.com",
    "zhang_san（at）example。com",
    "zhangsan#qq.com",
    "12345678@qq点com",
    "𝐳𝐡𝐚𝐧𝐠@example.com",
  ])("%s", (address) => {
    expect(of("pii_email", `请发至${address}。`)).toMatchObject([{ severity: "review", text: address }]);
  });

  it("blocks beside a password", () => {
    expect(of("pii_email", "账号:box@example.cn密码:Ab1234567")).toMatchObject([{ severity: "block" }]);
  });

  it.each(["单价5元@每件", "@云川发布 官方微博", "C#语言", "网址www.example.cn", "3#楼、5#楼"])(
    "nothing in: %s",
    (text) => {
      expect(of("pii_email", text)).toEqual([]);
    },
  );
});

describe("pii_address", () => {
  it.each([
    "家住云川市龙潭街道滨河路18号3栋2单元501室",
    "住址：滨河小区3栋2单元501室",
    "滨河小区３栋２单元５０１室",
    "滨河小区③栋②单元⑤⓪①室",
    "滨 河 小 区 3 栋 2 单 元 5 0 1 室",
    "滨河小区3\u200B栋2\u200B单元501室",
    "滨河小区三栋二单元五〇一室",
    "滨河小區3棟2單元501室",
    "金色家园3-2-501",
    "家住滨河路18号",
    "村民盖某住在半坡田村3组12号",
    "半坡田村第三村民小组12号",
    "家住云川市石门乡鱼跳滩村",
    "家庭地址为云川市白石镇红椿坪村",
    "困难群众刘某（马鞍镇半坡田村3组），已办理救助",
    "12号楼3单元502",
    "滨河路88号",
  ])("%s", (text) => {
    expect(of("pii_address", text)).toMatchObject([{ severity: "review" }]);
  });

  it.each([
    "家住云川市",
    "家住云川市龙潭街道",
    "户籍地为云川市白石镇",
    "家住我院对面",
    "到石门乡鱼跳滩村实地查看",
    "在龙潭街道三岔口社区，村民盖定等人反映",
    "市政务服务中心位于建设路18号",
    "轨道交通3号线、中央一号文件、1号公告",
    "国道320线3号桥、滨河路5号路灯",
    "改造老旧小区12个、36栋、240个单元",
    "对半坡田村3组道路进行硬化",
    "惠及3村5组320户",
    "改造幸福小区3-5栋、幸福小区12栋36单元",
    "关于改善东门街小学上下学交通秩序的提案",
    "住建局办理第12号建议、第33号提案",
    "居住在农村的老年人、城市老旧小区居民",
  ])("nothing in: %s", (text) => {
    expect(of("pii_address", text)).toEqual([]);
  });

  it("quotes the address from the name on, whole", () => {
    const [finding] = of("pii_address", "家住云川市龙潭街道滨河路18号3栋2单元501室，行动不便");
    expect(finding?.text).toBe("云川市龙潭街道滨河路18号3栋2单元501室");
    expect(of("pii_address", "云川市建设路18号")[0]?.text).toBe("建设路18号");
  });
});
