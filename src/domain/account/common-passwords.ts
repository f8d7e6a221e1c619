/**
 * Parts that the much-used passwords of Chinese and international lists are made of, folded to lower case.
 * A password that is hardly more than these is refused (ASVS 6.2.4), however long.
 */
export const COMMON_PARTS: readonly string[] = [
  ..."password passw0rd p@ssw0rd p@ssword passwd pass word admin administrator root system user guest test demo default".split(
    " ",
  ),
  ..."login welcome letmein master manager secret hello love iloveyou dragon monkey sunshine princess football baseball".split(
    " ",
  ),
  ..."superman batman shadow killer freedom whatever trustno1 starwars computer internet server oracle windows office".split(
    " ",
  ),
  ..."qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx edcrfv tgbyhn 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm qwer asdf zxcv".split(
    " ",
  ),
  ..."1q2w3e4r 1q2w3e q1w2e3r4 abc123 a1b2c3 abcd abcdef abcdefg abcdefgh 123abc 123qwe qwe123 asd123 123asd q1w2e3".split(
    " ",
  ),
  ..."woaini woaiwojia aini 5201314 1314520 520 1314 nihao zhongguo china beijing shanghai zhengfu zhengfuban bangongshi".split(
    " ",
  ),
  ..."guanliyuan mima yonghu xitong renmin wangluo jisuanji woshishui tiankong caonima laopo baobao baobei asdasd qweqwe".split(
    " ",
  ),
  ..."0123456789 1234567890 123456789 12345678 1234567 123456 12345 1234 123 987654321 87654321 7654321 654321 54321 4321 321".split(
    " ",
  ),
  ..."147258369 147258 258369 159357 789456123 789456 456789 112233 223344 123321 123123 456456 789789 110120 119110".split(
    " ",
  ),
  ..."888888 88888888 666666 000000 111111 222222 333333 999999 168168 518518".split(" "),
  ..."密码 口令 管理员 系统 用户 办公室 政府 人民 中国 我爱你 你好 测试 一二三四五六".split(" "),
];
