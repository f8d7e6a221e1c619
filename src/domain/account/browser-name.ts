/** Before others whose name they also carry. */
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["微信", /MicroMessenger\//],
  ["奇安信", /Qaxbrowser|QAXBrowser/i],
  ["360", /360SE|360EE|QIHU/i],
  ["Edge", /Edg(?:e|A|iOS)?\//],
  ["Firefox", /Firefox\/|FxiOS\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
];
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Windows", /Windows/],
  ["Android", /Android/],
  ["鸿蒙", /HarmonyOS|OpenHarmony/],
  ["iOS", /iPhone|iPad/],
  ["macOS", /Mac OS X/],
  ["统信", /UOS/],
  ["麒麟", /Kylin/i],
  ["Linux", /Linux|X11/],
];

const nameOf = (table: typeof BROWSERS, agent: string) => table.find(([, sign]) => sign.test(agent))?.[0];

/** What a person would call the browser that names itself so: “Edge · Windows”; undefined where nothing is known of it. */
export function toBrowserName(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  const short = agent.slice(0, 500);
  const names = [nameOf(BROWSERS, short), nameOf(SYSTEMS, short)].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(" · ");
}
