import type { Party } from './model.ts';

/** The organisations whose people read and change a party's proposal by name. */
export const sharedWith = ({ kind, name }: Pick<Party, 'kind' | 'name'>): string[] =>
  kind === 'council' || kind === 'partner' ? [name] : [];

/** Where a party's proposal lies, as permissions ask about it. */
export function placeOfParty(unit: string, party: Party) {
  return {
    unit,
    ...(party.borough === null ? {} : { borough: party.borough }),
    ...(party.ward === null ? {} : { ward: party.ward }),
    sharedWith: sharedWith(party),
  };
}
