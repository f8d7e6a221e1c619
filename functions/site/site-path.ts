/** Path inside the release without a slash in front, or undefined for what is no plain path in it. */
export function toFile(pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  // Also what a browser or a proxy might read otherwise: //host, backslashes, dots.
  const isPlain =
    path.startsWith("/") && !/\/\/|[\\\0]/.test(path) && !path.split("/").some((part) => part === "." || part === "..");
  return isPlain ? path.slice(1) : undefined;
}

/** As `toFile` reads it: another spelling of a hidden address is hidden too. */
export function decodePath(pathname: string): string {
  const file = toFile(pathname);
  return file === undefined ? pathname : `/${file}`;
}

/** The path below the base, or undefined for what lies beside it. */
export function withoutBase(path: string, base: string): string | undefined {
  if (path === base) return "/";
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}
