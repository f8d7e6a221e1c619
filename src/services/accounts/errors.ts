import { ServiceError } from "../errors.ts";

/** Nobody, as far as we are told: one answer for unknown, wrong, disabled, not yet activated (ASVS 6.3.8). */
export class SignInRefused extends ServiceError {
  override name = "SignInRefused";
  static ofPassword(): SignInRefused {
    return new SignInRefused(
      "sign_in_refused",
      "登录名或密码不正确，或者账号不能使用。请核对后再试；仍不能登录的，请联系系统管理员",
    );
  }
  static ofCode(): SignInRefused {
    return new SignInRefused(
      "code_refused",
      "验证码不正确，或者已经用过。请等待下一个验证码，或使用一个未用过的恢复码",
    );
  }
  static ofPasskey(): SignInRefused {
    return new SignInRefused(
      "passkey_refused",
      "通行密钥没有通过验证，请重试；也可以改用动态口令的验证码，或一个未用过的恢复码",
    );
  }
  static ofPending(): SignInRefused {
    return new SignInRefused("sign_in_expired", "登录步骤已过期，请重新输入登录名和密码");
  }
  static ofActivation(): SignInRefused {
    return new SignInRefused("activation_refused", "激活码不正确、已经用过或者已过期，请向系统管理员申请新的激活码");
  }
}

/** Slowed down, never locked; `seconds` until the next attempt is looked at. */
export class TooManyAttempts extends ServiceError {
  override name = "TooManyAttempts";
  readonly seconds: number;
  constructor(waitMs: number) {
    const seconds = Math.ceil(waitMs / 1000);
    super("too_many_attempts", `尝试次数过多，请在 ${seconds} 秒后再试`);
    this.seconds = seconds;
  }
}

/** Known, allowed, but not proven enough for this act. */
export class FactorNeeded extends ServiceError {
  override name = "FactorNeeded";
  static ofStepUp(): FactorNeeded {
    return new FactorNeeded("step_up_needed", "这项操作需要重新验证身份，请输入动态口令的验证码或使用通行密钥后再提交");
  }
  /** Where there is no second factor to show. */
  static ofPassword(): FactorNeeded {
    return new FactorNeeded("fresh_sign_in_needed", "这项操作须在登录后 5 分钟内进行，请退出后重新登录，再来登记");
  }
  static ofEnrolment(): FactorNeeded {
    return new FactorNeeded(
      "second_factor_missing",
      "这个账号还没有登记动态口令或通行密钥，不能进行这一步。请登记通行密钥，或向系统管理员申请重置账号，激活时登记动态口令",
    );
  }
}
