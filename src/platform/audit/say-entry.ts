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
