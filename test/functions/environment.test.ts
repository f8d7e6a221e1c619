import { describe, expect, it } from "vitest";
import { WrongEnvironment, readEnvironment } from "#functions/environment.ts";

describe("the environment", () => {
  it("has a default for everything", () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({ port: 4321, host: "127.0.0.1", base: "", origin: "", demo: true });
    expect(environment.databaseUrl).toMatch(/^file:.*\/data\/huiyin\.db$/);
  });

  it("reads base path and address without a slash at the end", () => {
    const environment = readEnvironment({
      BASE_PATH: "/zwgk/hy/",
      SITE_URL: "https://www.example.gov.cn/",
      HUIYIN_DEMO: "0",
    });
    expect(environment).toMatchObject({ base: "/zwgk/hy", origin: "https://www.example.gov.cn", demo: false });
  });

  it("takes an empty variable for none", () => {
    expect(readEnvironment({ PORT: " ", SITE_URL: "" })).toMatchObject({ port: 4321, origin: "" });
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["BASE_PATH", "zwgk"],
    ["BASE_PATH", "/a//b"],
    ["SITE_URL", "example.gov.cn"],
    ["SITE_URL", "javascript:alert(1)"],
    ["HUIYIN_DEMO", "yes"],
    ["DATABASE_URL", "/tmp/x.db"],
    ["PORT", "1e3"],
    ["BASE_PATH", "/a/../b"],
    ["BASE_PATH", "/./a"],
    ["SITE_URL", "https://a.gov.cn/sub?x=1"],
    ["SITE_URL", "https://a.gov.cn/sub"],
    ["HOST", "no such host"],
  ])("stops at %s=%s with a sentence that names both", (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(WrongEnvironment);
    expect(read).toThrow(new RegExp(`${name}.*“${value.replace(/[()?.]/g, "\\$&")}”.*请改正`));
  });
});
