import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { merkleRoot } from "#release/seal/merkle.ts";

const sha = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const leaf = (path: string, sha256: string) => sha(Buffer.of(0), `${path}\0${sha256}`);
const node = (left: Buffer, right: Buffer) => sha(Buffer.of(1), left, right);

const a = ["a.html", "11"] as const;
const b = ["b.html", "22"] as const;
const c = ["c.html", "33"] as const;

describe("the Merkle root (RFC 6962 §2.1)", () => {
  it("of nothing is the hash of nothing", () => {
    expect(merkleRoot([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("of three splits two and one", () => {
    const [la, lb, lc] = [leaf("a.html", "11"), leaf("b.html", "22"), leaf("c.html", "33")];
    expect(merkleRoot([a, b, c])).toBe(node(node(la, lb), lc).toString("hex"));
  });

  it("changes with any file, name, hash or order", () => {
    const file = fc.tuple(fc.string({ minLength: 1 }), fc.string());
    fc.assert(
      fc.property(
        fc.uniqueArray(file, { selector: ([path]) => path, minLength: 2, maxLength: 20 }),
        fc.nat(),
        (files, at) => {
          const changed = files.map(([path, hash], index): [string, string] =>
            index === at % files.length ? [path, `${hash}0`] : [path, hash],
          );
          expect(merkleRoot(changed)).not.toBe(merkleRoot(files));
          expect(merkleRoot(files.slice(1))).not.toBe(merkleRoot(files));
          expect(merkleRoot(files.toReversed())).not.toBe(merkleRoot(files));
        },
      ),
    );
  });
});
