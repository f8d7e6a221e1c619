import { describe, expect, it } from "vitest";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import type { HostileFile } from "./hostile-files.ts";
import { listHostileFiles } from "./hostile-files.ts";
import { refusalOf } from "./refusal.ts";

const open = async ({ wants, name, make }: HostileFile): Promise<unknown> =>
  wants === "table" ? await readAllocation(make(), name) : await readReply(make());

describe("a hostile file is refused in Chinese, and says what to do", () => {
  it.each(listHostileFiles({ large: false }).map((file) => [file.id, file.name, file] as const))(
    "%s %s",
    async (_, __, file) => {
      const { code, message } = await refusalOf(async () => await open(file));
      expect(code).toBe(file.code);
      expect(message).toMatch(/\p{Script=Han}.*请.*。$/u);
      expect(message).not.toMatch(/Error|undefined|\/work|\.ts/);
    },
  );
});
