const ARGUMENTS: readonly (readonly [pattern: RegExp, toSentence: (name: string) => string])[] = [
  [/^Unknown option '(.+?)'/, (name) => `没有“${name}”这个选项`],
  [/^Unexpected argument '(.+?)'/, (name) => `“${name}”是多余的内容`],
  [/^Option '(?:-\w, )?(--[\w-]+)[^']*' does not take/, (name) => `选项“${name}”后面不写内容`],
  [/^Option '(?:-\w, )?(--[\w-]+)/, (name) => `选项“${name}”后面要写上内容`],
];

/** What parseArgs of Node says of words that it cannot place; undefined for any other error. */
export function toArgumentSentence(error: unknown): string | undefined {
  if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")))
    return undefined;
  for (const [pattern, toSentence] of ARGUMENTS) {
    const name = pattern.exec(error.message)?.[1];
    if (name !== undefined) return `${toSentence(name)}。各命令的用法见 README 的“Commands”一节。`;
  }
  return "命令后面的内容写得不对。各命令的用法见 README 的“Commands”一节。";
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "不存在",
  EEXIST: "已经存在，请换一个名字，或者先移走原来的",
  EACCES: "没有权限读写，请检查权限",
  EPERM: "没有权限读写，请检查权限",
  EROFS: "所在的磁盘不能写入",
  ENOTDIR: "不在文件夹中：路径里有一段是文件",
  EISDIR: "是文件夹，不是文件",
  ENOTEMPTY: "不是空的文件夹",
  ENAMETOOLONG: "的名字太长",
};
const FULL = new Set(["ENOSPC", "EDQUOT"]);

/** What the file system refused, and where; undefined for any other error. */
export function toSystemSentence(error: unknown): { readonly code: string; readonly sentence: string } | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  const code = String(error.code);
  if (FULL.has(code)) return { code, sentence: "磁盘空间不足，没有做完；请清理磁盘后再试。" };
  const words = SYSTEM[code];
  // With two paths, as in a rename, it is the second that cannot be made.
  const path = "dest" in error ? error.dest : "path" in error ? error.path : undefined;
  return words !== undefined && typeof path === "string" ? { code, sentence: `“${path}”${words}。` } : undefined;
}
