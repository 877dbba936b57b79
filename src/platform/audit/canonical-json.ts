import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { Json } from './model.ts';

/**
 * JSON with its keys in order and no spaces, so that the same content always has the same text. Characters that no
 * database text holds, such as NUL and halves of a pair, are written as escapes.
 * @throws InvalidArgument for a number that JSON cannot hold
 * @source RFC 8785, https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new InvalidArgument(`The audit cannot keep the number ${value}: leave it out or write it as text.`);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // By UTF-16 code units, as RFC 8785 has it.
  const keys = Object.keys(value).sort();
  const fields = keys.flatMap((key) => {
    const each = value[key];
    return each === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(each)}`];
  });
  return `{${fields.join(',')}}`;
}

// Array.isArray does not know readonly lists.
const isList = (value: object): value is readonly Json[] => Array.isArray(value);
