import { expect, it } from "vitest";
import { toBrowserName } from "#domain/account/browser-name.ts";

const WINDOWS =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

it.each([
  [WINDOWS, "Chrome · Windows"],
  [`${WINDOWS} Edg/140.0`, "Edge · Windows"],
  [`${WINDOWS} 360SE`, "360 · Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", "Safari · iOS"],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36 MicroMessenger/8.0", "微信 · Android"],
  ["curl/8.0", undefined],
  ["", undefined],
  [undefined, undefined],
  [`${"x".repeat(500)} Windows`, undefined],
])("%s is called %s", (agent, name) => expect(toBrowserName(agent)).toBe(name));
