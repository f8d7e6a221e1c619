import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KeyLost } from "#release/errors.ts";
import { assertSameKey, openSigningKey } from "#release/seal/signing-key.ts";

let data: string;
let site: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-key-"));
  site = join(data, "site");
  await mkdir(join(site, ".well-known"), { recursive: true });
  const { publicKey } = await openSigningKey(data);
  await writeFile(join(site, ".well-known/huiyin-release.json"), JSON.stringify({ publicKey }));
});
afterEach(async () => await rm(data, { recursive: true, force: true }));

const KEY = "keys/release-ed25519.json";

describe("the key that signed what readers see", () => {
  it("goes on signing", async () => {
    await expect(assertSameKey(data, site)).resolves.toBeUndefined();
  });

  it("is not replaced unseen where it is gone", async () => {
    await rm(join(data, KEY));
    await expect(assertSameKey(data, site)).rejects.toThrow(KeyLost);
  });

  it("is not replaced unseen by another one", async () => {
    await rm(join(data, KEY));
    await openSigningKey(data);
    await expect(assertSameKey(data, site)).rejects.toThrow(KeyLost);
  });

  it.each(["{", '{"kty":"OKP"}'])("is told to be damaged where it is (%s)", async (text) => {
    await writeFile(join(data, KEY), text);
    await expect(openSigningKey(data)).rejects.toThrow(KeyLost);
  });
});
