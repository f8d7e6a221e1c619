import type { Form } from "./forms.ts";
import { EMAIL_FORMS, NUMBER_FORMS, TEXT_FORMS } from "./forms.ts";

export type Kind = {
  readonly kind: string;
  /** What the text calls it. */
  readonly label: string;
  readonly samples: readonly string[];
  readonly forms: readonly Form[];
};

/** GB 11643: weights 2^(18-i) mod 11, check characters in order of the remainder. */
function withIdCheck(seventeen: string): string {
  const sum = [...seventeen].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return seventeen + "10X98765432"[sum % 11];
}

/** ISO/IEC 7812-1: the digit that makes the doubled sum a multiple of ten. */
function withCardCheck(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

// No region 5399.. is assigned, so that no identity number here is anybody's.
const IDS = ["53990119780929521", "53992219930412002", "53998820010101777"].map(withIdCheck);
const CARDS = ["622202240300123456", "621700123456789012", "622848001234567890"].map(withCardCheck);

export const KINDS: readonly Kind[] = [
  { kind: "mobile", label: "手机", samples: ["13800138000", "19912345678"], forms: NUMBER_FORMS },
  { kind: "id_18", label: "身份证号", samples: IDS, forms: NUMBER_FORMS },
  { kind: "id_15", label: "身份证号", samples: ["530101780929521", "530102661231004"], forms: NUMBER_FORMS },
  { kind: "bank_card", label: "银行卡号", samples: CARDS, forms: NUMBER_FORMS },
  {
    kind: "address",
    label: "家庭住址",
    samples: ["滨河小区3栋2单元501室", "龙潭街道滨河路18号4幢302室"],
    forms: TEXT_FORMS,
  },
  { kind: "email", label: "邮箱", samples: ["zhangsan1988@163.com", "li.si@example.com"], forms: EMAIL_FORMS },
];
