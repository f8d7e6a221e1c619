import { readdir, rename } from "node:fs/promises";
import { parseArgs } from "node:util";
import { describe, expect, it } from "vitest";
import { toArgumentSentence, toSystemSentence } from "#functions/commands/command-sentences.ts";

const options = { full: { type: "boolean" }, out: { type: "string", short: "o" } } as const;

function parse(...args: string[]): string | undefined {
  try {
    parseArgs({ args, options });
  } catch (error) {
    return toArgumentSentence(error);
  }
  return "";
}

describe("what a command says", () => {
  it.each([
    [["--foo"], "没有“--foo”这个选项"],
    [["x"], "“x”是多余的内容"],
    [["--full=yes"], "选项“--full”后面不写内容"],
    [["--out"], "选项“--out”后面要写上内容"],
    [["--out", "--full"], "选项“--out”后面要写上内容"],
  ])("of %j is Chinese and names the word", (args, sentence) => {
    expect(parse(...args)).toContain(sentence);
    expect(parse(...args)).toContain("README");
  });

  it("of a path that is not there names it, of two the one that cannot be made", async () => {
    const missing = await readdir("/nowhere").catch(toSystemSentence);
    expect(missing).toEqual({ code: "ENOENT", sentence: "“/nowhere”不存在。" });
    const moved = await rename("/nowhere/a", "/nowhere/b").catch(toSystemSentence);
    expect(moved).toEqual({ code: "ENOENT", sentence: "“/nowhere/b”不存在。" });
  });

  it("of a fault of its own is nothing", () => {
    expect(toArgumentSentence(new TypeError("x is not a function"))).toBeUndefined();
    expect(toSystemSentence(new Error("Failed"))).toBeUndefined();
  });
});
