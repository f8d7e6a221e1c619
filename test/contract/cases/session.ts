import { describe, expect, it } from "vitest";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import type { Home } from "#test/support/homes/home.ts";

let people = 0;
const post = (body: unknown = {}) => ({ method: "POST", body });

async function makeAdmin(home: Home): Promise<Clerk> {
  people++;
  return await makeClerk(home, { login: `contract${people}`, name: "合约管理员", role: "admin" });
}

/** scrypt, HKDF, HMAC, AES-GCM: whatever a sign-in needs of node:crypto. */
export function sessionCases(home: () => Home): void {
  describe("a session", () => {
    let clerk: Clerk;

    it("is begun with a code, a password and an authenticator, and bound to this host", async () => {
      clerk = await makeAdmin(home());
      expect(clerk.cookie()).toMatch(/^__Host-huiyin=/);
      expect(clerk.recoveryCodes.length).toBeGreaterThan(5);
      expect((await clerk.ask("/api/me")).json).toMatchObject({ role: "admin" });
    });

    it("a wrong password is refused; a password and a recovery code let in, and the code once", async () => {
      expect((await clerk.enter("不是这个密码不是这个密码")).answer.status).toBe(401);
      const browser = await clerk.enter();
      const second = post({ pending: browser.answer.json.pending, code: clerk.recoveryCodes[0] });
      expect((await browser.ask("/api/session/second-factor", second)).status).toBe(200);
      const again = await clerk.enter();
      const used = post({ pending: again.answer.json.pending, code: clerk.recoveryCodes[0] });
      expect((await again.ask("/api/session/second-factor", used)).json.code).toBe("code_refused");
    });

    it("the cookie is of no use from another site, and of none after signing out", async () => {
      expect((await clerk.ask("/api/accounts")).status).toBe(200);
      const cross = { ...post(), headers: { "Sec-Fetch-Site": "cross-site" } };
      expect((await clerk.ask("/api/session/recovery-codes", cross)).status).toBe(403);
      const cookie = clerk.cookie();
      expect((await clerk.ask("/api/session", { method: "DELETE" })).status).toBeLessThan(300);
      clerk.setCookie(cookie);
      expect((await clerk.ask("/api/accounts")).status).toBe(401);
    });

    it("attempts are counted in the database, for everybody", async () => {
      const answers: number[] = [];
      for (let at = 0; at < 7; at++) answers.push((await clerk.enter("不是这个密码不是这个密码")).answer.status);
      expect(answers).toContain(429);
    });
  });
}
