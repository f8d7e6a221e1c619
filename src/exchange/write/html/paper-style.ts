const HALVES = Array.from({ length: 33 }, (_, index) => index);
const SIZES = [18, 20, 22, 24, 26, 28, 30, 32, 34, 36];

/** Classes instead of style attributes: the policy of the page allows this one sheet and nothing else. */
const FREE = HALVES.map((half) => `.free-${half}{padding-right:${half / 2}em}`).join("");
const ISSUER = SIZES.map((size) => `.size-${size}{font-size:${size}pt}`).join("");

/** Size of the red name in points, from the few that have a class. */
export function toIssuerSize(characters: number): number {
  const fitting = 406 / Math.max(1, characters);
  return SIZES.findLast((size) => size <= fitting) ?? 18;
}

/** GB/T 9704-2012 for a browser: on paper by @page, on the screen as a sheet. */
export const PAPER_STYLE = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page:right{@bottom-right{content:"— " counter(page) " —　";font:14pt "宋体",SimSun,serif}}
@page:left{@bottom-left{content:"　— " counter(page) " —";font:14pt "宋体",SimSun,serif}}
:root{--fang:"仿宋_GB2312","仿宋",FangSong,STFangsong,"Noto Serif CJK SC",serif;--song:"方正小标宋简体","小标宋","宋体",STSong,"Noto Serif CJK SC",serif;--hei:"黑体",SimHei,STHeiti,"Noto Sans CJK SC",sans-serif;--kai:"楷体_GB2312","楷体",KaiTi,STKaiti,"Noto Serif CJK SC",serif}
*{box-sizing:border-box}
body{margin:0;background:#e8e8e8;color:#000}
main{width:210mm;min-height:297mm;margin:8mm auto;padding:37mm 26mm 35mm 28mm;background:#fff;font:16pt/28.95pt "Times New Roman",var(--fang);letter-spacing:-.25pt}
p{margin:0;text-align:justify;text-indent:2em;overflow-wrap:anywhere}
.mark,.signature{text-align:right;text-indent:0}
.mark,.annex,h2,th,.label{font-family:"Times New Roman",var(--hei);font-weight:normal}
.issuer{margin:24pt 0 12pt;text-align:center;text-indent:0;color:#c00000;font-family:var(--song);line-height:1.3}
.doc_number{text-align:center;text-indent:0}
hr{margin:8pt 0 0;border:0;border-top:1.5pt solid #c00000}
h1{margin:28pt 0;text-align:center;font:normal 22pt/32pt "Times New Roman",var(--song);break-after:avoid}
h2,h3,h4{margin:0;font-size:16pt;font-weight:normal;text-indent:2em;break-after:avoid}
h3{font-family:"Times New Roman",var(--kai)}
.addressee,.annex,.fine{text-indent:0}
.annex{break-before:page}
.fine{margin-top:8pt;font-size:12pt;line-height:21pt}
.signature{break-inside:avoid;break-before:avoid}
.copies{margin:28.95pt 0 0;padding:4pt 1em;border:solid #000;border-width:.75pt 0;text-indent:0;font-size:14pt;break-inside:avoid}
ul,ol{margin:0;padding:0;list-style:none}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:12pt;line-height:1.5}
.list{font-size:10.5pt}
th,td{padding:3pt 5pt;border:.75pt solid #000;overflow-wrap:anywhere}
th,.label,.center{text-align:center}
td p,th p{text-indent:0;text-align:inherit}
tr{break-inside:avoid}
a{color:inherit;text-decoration:underline}
.blank{height:28.95pt}
@media print{a{text-decoration:none}body{background:none}main{width:auto;min-height:0;margin:0;padding:0}}
${FREE}${ISSUER}`;
