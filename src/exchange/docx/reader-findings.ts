import type { Finding } from "#domain/gate/finding.ts";

type Words = { readonly severity: Finding["severity"]; readonly message: string };

/** What a Word file may carry besides the letter, and what to do about it (security F4, T-U07). */
const WORDS = {
  hidden_text: { severity: "block", message: "文档中有看不见的文字（隐藏、白色或极小的字）。请显示并删除后重新上传。" },
  tracked_change: {
    severity: "block",
    message: "文档中有未处理的修订痕迹。请在“审阅”中接受或拒绝全部修订后重新上传。",
  },
  comment: { severity: "block", message: "文档中有批注。请在“审阅”中删除全部批注后重新上传。" },
  embedded_object: { severity: "block", message: "文档中嵌入了其他文件或控件。请删除，需要公开的内容改为正文或附件。" },
  text_box: { severity: "review", message: "文档中有文本框，其中的文字没有读入正文。请核对，需要公开的请改为正文。" },
  header_text: { severity: "review", message: "页眉中有文字，没有读入正文。请核对是否需要保留。" },
  footer_text: { severity: "review", message: "页脚中有文字，没有读入正文。请核对是否需要保留。" },
  footnote: { severity: "review", message: "文档中有脚注或尾注，没有读入正文。请核对，需要公开的请改为正文。" },
  image: { severity: "review", message: "文档中有图片，图片及其中的文字没有读入。请核对图片内容。" },
  alt_text: { severity: "review", message: "图形带有替代文字，没有读入正文。请核对。" },
  chart: {
    severity: "review",
    message: "文档中有图表或智能图形，其中的文字没有读入。请核对，需要公开的请改为文字或表格。",
  },
  external_content: { severity: "review", message: "文档引用了外部文件或地址的内容，没有读入。请改为文档自带的内容。" },
  unsafe_link: { severity: "review", message: "链接不是 http 或 https 网址，已去掉链接，保留文字。请核对。" },
  formula: { severity: "review", message: "文档中有公式，已按普通文字读入。请核对显示是否正确。" },
  symbol: { severity: "review", message: "文档中有特殊符号字体的符号，读入为“□”。请核对。" },
  direction_control: {
    severity: "review",
    message: "文字中有改变书写方向的控制符，显示顺序可能与实际不同，已去掉。请核对。",
  },
  unread_part: { severity: "review", message: "文档内部有其他部分没有读入。请核对，或把内容复制到新文档后重新上传。" },
  unread_line: { severity: "review", message: "这一行不属于答复的任何一项，没有读入。请核对。" },
  placeholder: { severity: "block", message: "成文日期还没有填写。请填写后重新上传。" },
} as const satisfies Record<string, Words>;

export type ReaderFindingCode = keyof typeof WORDS;

/** Of one kind: a flood of pictures must not drown one hidden line. */
const MOST_OF_A_KIND = 20;
const LONGEST_TEXT = 200;

/** Collects what was seen, each thing once, in the order of reading. */
export class ReaderFindings {
  private readonly byKey = new Map<string, Finding>();
  private readonly counts = new Map<ReaderFindingCode, number>();

  report(code: ReaderFindingCode, where: string, text: string): void {
    const shown = text.trim().slice(0, LONGEST_TEXT);
    const key = `${code}\n${where}\n${shown}`;
    const sameKind = this.counts.get(code) ?? 0;
    if (sameKind >= MOST_OF_A_KIND || this.byKey.has(key)) return;
    this.counts.set(code, sameKind + 1);
    this.byKey.set(key, { code, where, text: shown, ...WORDS[code] });
  }

  list(): Finding[] {
    return [...this.byKey.values()];
  }
}
