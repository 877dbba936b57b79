import type { z } from 'zod';
import type { Problem } from '../../lib/refused.ts';
import type { Charter } from '../model.ts';
import { charterProblems } from './charter-problems.ts';
import { charterShape } from './charter-shape.ts';
import { measureProblems } from './measure-problems.ts';

/** A charter, or everything that is wrong with what was to be one. */
export type ParsedCharter = { kind: 'charter'; charter: Charter } | { kind: 'refused'; problems: readonly Problem[] };

/**
 * Reads a charter from JSON that was parsed already.
 * @param from 'records': only the shape counts, so that a charter that was signed stays legible should the catalogue name a
 *   measure otherwise, or what must fit together be told more strictly
 * @returns the charter, or every problem at once: each is about a field, written as in the file ("outcomes[1].role"), and
 *   one sentence that names it and says what to do
 */
export function parseCharter(json: unknown, from: 'outside' | 'records' = 'outside'): ParsedCharter {
  const parsed = charterShape.safeParse(json);
  if (!parsed.success) return { kind: 'refused', problems: parsed.error.issues.map((issue) => problemOf(issue, json)) };
  const problems = from === 'records' ? [] : [...charterProblems(parsed.data), ...measureProblems(parsed.data)];
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'charter', charter: parsed.data };
}

function problemOf({ path, message }: z.core.$ZodIssue, json: unknown): Problem {
  const field = path.reduce<string>(
    (written, part) =>
      typeof part === 'number' ? `${written}[${part}]` : `${written}${written === '' ? '' : '.'}${String(part)}`,
    '',
  );
  if (field === '') return { field: null, sentence: `The charter: ${message}.` };
  return { field, sentence: `${field}${isThere(json, path) ? '' : ' is missing'}: ${message}.` };
}

/** Whether anything stands where a problem was found. */
function isThere(json: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = json;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return false;
    at = Reflect.get(at, part);
  }
  return at !== undefined;
}
