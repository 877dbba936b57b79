import type { Party } from './model.ts';

/** Whose proposal it is, to stand before a noun or end a sentence: "Islington Council’s", "the police’s “Police draft”". */
export function sayWhose({ party, title }: { party: Party; title: string }): string {
  if (party.kind === 'police') return `the police’s “${title}”`;
  return party.name.endsWith('s') ? `${party.name}’` : `${party.name}’s`;
}
