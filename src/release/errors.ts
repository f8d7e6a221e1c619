/** A withheld string stands in the release: there is no release (design §1.7). */
export class LeakFound extends Error {
  override name = "LeakFound";
}

/** Something that the release holds ceased to be public while it was built: it must not go live. */
export class Outdated extends Error {
  override name = "Outdated";
}

/** A public row lacks what every public row has. Names the row, for whoever mends it. */
export class NotPublishable extends Error {
  override name = "NotPublishable";
}

/** The folder of releases was copied without its links: nobody can tell what readers see. */
export class NotLinked extends Error {
  override name = "NotLinked";
}

/** The key that signed what readers see is not there, or is another one: nothing is signed by one that nobody knows. */
export class KeyLost extends Error {
  override name = "KeyLost";
}

/** So many pages would go that a person has to say that it is meant (security reference T-F06). */
export class FewerPages extends Error {
  override name = "FewerPages";
  readonly before: number;
  readonly after: number;

  constructor(before: number, after: number) {
    super(`Failed to release: ${before} pages would become ${after}`);
    this.before = before;
    this.after = after;
  }
}

/** What was taken from readers would be public again: the database is older than the receipts. Names an address. */
export class Forgotten extends Error {
  override name = "Forgotten";
  readonly path: string;

  constructor(path: string) {
    super(`Failed to release: ${path} was withdrawn or corrected, and the database does not know`);
    this.path = path;
  }
}

/** An older release that breaks a rule of today: it is not shown again. */
export class Unfit extends Error {
  override name = "Unfit";
}

/** Somebody stopped it. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

/** The site was built, but not brought to where readers are; what they see is the release before. */
export class NotDeployed extends Error {
  override name = "NotDeployed";
  readonly reason: "not_deployed" | "too_many_files";
  constructor(reason: NotDeployed["reason"], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
