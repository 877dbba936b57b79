/** What a JSON text begins with: a list or one record, and the names of the fields of its first record. */
export interface FirstKeys {
  container: 'list' | 'record';
  keys: readonly string[];
}

/**
 * The field names of the first record of a JSON text, of which only the start may be at hand; null when it begins with
 * neither a record nor a list of records. An empty list has no names. Takes time linear in the length.
 * @example firstKeys('[{"id":"metropolitan","name":"Metro') // { container: 'list', keys: ['id', 'name'] }
 */
export function firstKeys(start: string): FirstKeys | null {
  const tokens = tokensOf(start);
  const first = tokens.next().value;
  if (first !== '[' && first !== '{') return null;
  const container = first === '[' ? 'list' : 'record';
  if (container === 'list' && !/^\s*\[\s*[{\]]/.test(start)) return null;
  const level = container === 'list' ? 2 : 1;
  const keys: string[] = [];
  let [depth, before] = [1, ''];
  for (const token of tokens) {
    if (token === ':' && depth === level) keys.push(before.slice(1, -1));
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth < level && (token === '}' || token === ']')) break;
    before = token;
  }
  return { container, keys };
}

const TOKEN_STARTS = /["{}[\]:]/g;

/** The texts of a JSON text, each with its quotation marks, and its brackets and colons; none after a text that is cut short. */
function* tokensOf(json: string): Generator<string, void> {
  const starts = new RegExp(TOKEN_STARTS);
  for (let found = starts.exec(json); found !== null; found = starts.exec(json)) {
    if (found[0] !== '"') {
      yield found[0];
      continue;
    }
    const end = endOfText(json, found.index + 1);
    if (end === -1) return;
    yield json.slice(found.index, end + 1);
    starts.lastIndex = end + 1;
  }
}

/** Where the quotation mark stands that ends a text; -1 when none does. */
function endOfText(json: string, start: number): number {
  for (let at = start; at < json.length; at += 1) {
    if (json[at] === '"') return at;
    if (json[at] === '\\') at += 1;
  }
  return -1;
}
