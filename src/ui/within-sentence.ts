/** A name within a sentence: in lower case at its beginning, unless it begins with an abbreviation. */
export function withinSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
