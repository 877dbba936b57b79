/** A name that stands twice in the same braces. */
interface RepeatedKey {
  key: string;
  /** The name under which the braces stand; null for those of the whole text. */
  within: string | null;
}

interface Open {
  /** null of a list, which has no names. */
  keys: Set<string> | null;
  within: string | null;
}

/**
 * The first name that is given twice in one object of a JSON text, of which JSON.parse would keep the last without a word.
 * Takes time and memory in proportion to the text, however deep it is.
 * @param json a text that JSON.parse takes
 * @example repeatedKey('{"floors":{"Camden":90,"Camden":10}}') // { key: 'Camden', within: 'floors' }
 */
export function repeatedKey(json: string): RepeatedKey | null {
  const open: Open[] = [];
  let last: string | null = null;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{' || character === '[') {
      const within: string | null = last ?? open.at(-1)?.within ?? null;
      open.push({ keys: character === '{' ? new Set() : null, within });
      last = null;
    } else if (character === '}' || character === ']') {
      open.pop();
      last = null;
    } else if (character === '"') {
      const end = endOfText(json, at);
      const key = keyBetween(json, at, end);
      const here = open.at(-1);
      if (key !== null && here?.keys?.has(key)) return { key, within: here.within };
      if (key !== null) here?.keys?.add(key);
      last = key;
      at = end;
    }
  }
  return null;
}

/** Where the text that begins at a quotation mark ends. */
function endOfText(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}

/** A text is a name when a colon follows it; two may be written differently and be the same. */
function keyBetween(json: string, from: number, to: number): string | null {
  let after = to + 1;
  while (' \t\r\n'.includes(json[after] ?? '!')) after += 1;
  return json[after] === ':' ? String(JSON.parse(json.slice(from, to + 1))) : null;
}
