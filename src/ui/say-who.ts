/** Who did something, for a reader: the records have an identity, never a name. */
export function sayWho(identity: string, names: ReadonlyMap<string, string>): string {
  if (identity === 'wardroom') return 'Wardroom itself';
  if (identity.startsWith('cli:')) return `${identity.slice(4)}, at the command line`;
  return names.get(identity) ?? 'somebody whose name is not shown';
}
