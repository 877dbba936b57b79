const REACH = 2_000;

/**
 * The MD5 that a page gives for a file: the first one that follows the file's name before another file is named.
 * A hash of another form, such as that of an upload in several parts, is not taken for one.
 * @param page HTML of the page
 * @param fileName such as "2026-03.zip"
 */
export function findChecksum(page: string, fileName: string): string | null {
  const start = page.indexOf(fileName);
  if (start === -1) return null;
  const after = page.slice(start + fileName.length, start + fileName.length + REACH);
  const next = after.replaceAll(fileName, ' '.repeat(fileName.length)).search(/\d{4}-\d{2}\.zip/);
  const own = next === -1 ? after : after.slice(0, next);
  return own.match(/(?<![0-9a-fA-F-])[0-9a-fA-F]{32}(?![0-9a-fA-F-])/)?.[0].toLowerCase() ?? null;
}
