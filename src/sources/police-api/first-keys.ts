/** What a JSON text begins with: a list or one record, and the names of the fields of its first record. */
export interface FirstKeys {
  container: 'list' | 'record';
  keys: readonly string[];
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gs;

/**
 * The field names of the first record of a JSON text, of which only the start may be at hand; null when it begins with
 * neither a record nor a list of records. An empty list has no names.
 * @example firstKeys('[{"id":"metropolitan","name":"Metro') // { container: 'list', keys: ['id', 'name'] }
 */
export function firstKeys(start: string): FirstKeys | null {
  const tokens = start.matchAll(TOKEN);
  const first = tokens.next().value?.[0];
  if (first !== '[' && first !== '{') return null;
  const container = first === '[' ? 'list' : 'record';
  if (container === 'list' && !/^\s*\[\s*[{\]]/.test(start)) return null;
  const level = container === 'list' ? 2 : 1;
  const keys: string[] = [];
  let [depth, before] = [1, ''];
  for (const [token] of tokens) {
    if (token === ':' && depth === level) keys.push(before.slice(1, -1));
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth < level && (token === '}' || token === ']')) break;
    before = token;
  }
  return { container, keys };
}
