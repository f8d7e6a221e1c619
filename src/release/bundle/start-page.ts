import { escapeXml } from "../artefacts/escape-xml.ts";

/** What the public data say of themselves, and the release that was copied. */
export type BundleFacts = {
  readonly title: string;
  readonly publisher: string;
  readonly licence: { readonly title: string; readonly path: string } | undefined;
  /** Address of the live site, or "". */
  readonly address: string;
  readonly day: string;
  readonly release: string;
  readonly root: string;
  readonly publicKey: string;
  readonly pages: number;
};

const STYLE =
  "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.8 system-ui,sans-serif;color:#111;background:#fff}" +
  "a{color:#003d7a}dt{font-weight:700}dd{margin:0 0 .5rem;overflow-wrap:anywhere}";

function toLicence({ licence }: BundleFacts): string {
  if (!licence) return "可以免费下载、转载和加工；使用时请写明来源、网址和副本日期。";
  return `按“<a href="${escapeXml(licence.path)}">${escapeXml(licence.title)}</a>”使用；使用时请写明来源、网址和副本日期。`;
}

/** The first page of the offline copy: what it is, of which day, how it is checked, what it can not do. */
export function toStartPage(facts: BundleFacts): string {
  const { title, publisher, address, day, release, root, publicKey, pages } = facts;
  const live = address === "" ? "网站" : `<a href="${escapeXml(address)}/">${escapeXml(address)}/</a>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}（离线副本，${day}）</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
<p>这是网站在${day}的完整副本，不联网也能看：${pages} 个网页，连同全部数据文件。</p>
<p><a href="site/index.html"><b>打开首页</b></a> · <a href="site/replies/index.html">全部答复</a> · <a href="site/search/index.html">搜索</a> · <a href="site/data/index.html">数据文件</a></p>
<dl>
<dt>发布机关</dt><dd>${escapeXml(publisher)}</dd>
<dt>内容截至</dt><dd>${day}（发布编号 ${release}）</dd>
<dt>使用条件</dt><dd>${toLicence(facts)}</dd>
<dt>发布总根</dt><dd><code>${root}</code></dd>
<dt>签名公钥</dt><dd><code>${publicKey}</code></dd>
</dl>
<h2>请注意</h2>
<ul>
<li>副本不会自己更新。以后的更正和撤回，以${live}公布的为准；转载、引用以前请先核对。</li>
<li>搜索在多数浏览器里可以直接使用。搜索没有结果，又提示没有取到索引的，是浏览器不许网页读取本机文件；这时请从“全部答复”按年份、主题、单位、编号逐级查找，内容是一样的。</li>
<li>网页里的链接改成了相对地址，数据文件与网站上的逐字节相同。收到的副本是否完整，可以用 SHA256SUMS.txt 核对；数据文件还可以与网站的发布清单（site/.well-known）核对。</li>
<li>在线核验和订阅要联网，请到网站使用。</li>
</ul>
</body>
</html>
`;
}
