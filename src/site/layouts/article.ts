/** What makes a page an article page in the sense of 政府网站发展指引 (国办发〔2017〕47号): its own three required tags. */
export type Article = {
  readonly title: string;
  /** "YYYY-MM-DD HH:mm", the server's own. */
  readonly publishedAt: string;
  readonly source: string;
  readonly keywords?: string;
};
