/**
 * A file that cannot be read safely, so nothing else can be said of it (verdict `refuse`).
 * `code` is stable snake_case; `message` is one or two Chinese sentences for a clerk: what is wrong, where, what to do.
 */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
