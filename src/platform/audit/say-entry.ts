import { z } from 'zod';
import { ENTRY_PHRASES } from './entry-phrases.ts';

/** Names of people by identity. */
export type Names = ReadonlyMap<string, string>;

/** Who acted, in words: a person's name, the command line, Wardroom itself. */
export function sayActor(actor: string, names: Names): string {
  if (actor === 'wardroom') return 'Wardroom itself';
  if (actor === 'visitor') return 'Somebody not signed in';
  const operator = /^cli:(.*?)(?: as (person:.*))?$/.exec(actor);
  if (operator === null) return withNames(actor, names);
  const [, name = '', as] = operator;
  return `${name} at the command line${as === undefined ? '' : ` as ${withNames(as, names)}`}`;
}

/** A text of the record with the names of those it speaks of by identity. */
export function withNames(text: string, names: Names): string {
  return text.replaceAll(/person:[0-9a-f]{16}/g, (id) => names.get(id) ?? id);
}

/** What was done, as words: "users.sign-in-refused" is "users: sign in refused". */
export function sayAction(action: string): string {
  const [domain = '', ...done] = action.split('.');
  return `${domain}: ${done.join(' ').replaceAll('-', ' ')}`;
}

/** What an entry says, as far as a phrase needs it; detail is JSON. */
export interface EntryToSay {
  actor: string;
  action: string;
  subject: string | null;
  whom: string | null;
  detail: string | null;
}

/**
 * What was done, in plain English, to follow who did it: "gave the role analyst, Central North, to Ada First". An action
 * without a phrase, as of another version of Wardroom, is told by its own name.
 */
export function sayDone({ actor, action, subject, whom, detail }: EntryToSay, names: Names): string {
  const phrase = Object.hasOwn(ENTRY_PHRASES, action) ? ENTRY_PHRASES[action] : undefined;
  const to = withNames(subject ?? '', names);
  const on = whom === null ? '' : withNames(whom, names);
  if (phrase === undefined)
    return `${sayAction(action)}, ${to}${whom === null || whom === subject ? '' : `, on ${on}`}`;
  const named = Object.entries(detailOf(detail)).map(([key, value]) => [
    key,
    typeof value === 'string' ? withNames(value, names) : value,
  ]);
  const own = whom !== null && (actor === whom || actor.endsWith(` as ${whom}`));
  return phrase({ subject: to, whom: on, own, detail: Object.fromEntries(named) });
}

/** The fields of an entry's detail; none where it is no object. */
export function detailOf(detail: string | null): Readonly<Record<string, unknown>> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(jsonOrNull(detail));
  return parsed.success ? parsed.data : {};
}

function jsonOrNull(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
