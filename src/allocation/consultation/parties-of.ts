import type { Party, Review } from './model.ts';

/** A role that somebody holds, as far as it says for whom they speak. */
interface SpeakingGrant {
  role: string;
  scope: { unit: string; borough: string | null; ward: string | null };
  organisation: string | null;
}

/** Who acts, as far as it says for whom they speak; a Principal is one. */
export interface Speaker {
  kind: string;
  grants?: readonly SpeakingGrant[];
  as?: { grants: readonly SpeakingGrant[] } | null;
}

/** A ward of the review. */
export interface PartyWard {
  code: string;
  name: string;
  boroughCode: string;
}

/**
 * The parties for which somebody may propose weights in a review, by the roles they hold in its unit: the police for an
 * analyst or the command, its organisation for a council or a partner, each panel in reach for a chair.
 * @returns each party once, the police first, panels in the order of the wards; none for who only looks on
 */
export function partiesOf(speaker: Speaker, review: Pick<Review, 'unit'>, wards: readonly PartyWard[]): Party[] {
  const grants = [...(speaker.grants ?? []), ...(speaker.as?.grants ?? [])].filter(
    ({ scope }) => scope.unit === review.unit,
  );
  const found = [
    ...(speaker.kind === 'wardroom' ? [POLICE] : []),
    ...grants.flatMap((grant) => (POLICE_ROLES.has(grant.role) ? [POLICE] : [])),
    ...grants.flatMap(organisationOf),
    ...wards.filter((ward) => grants.some((grant) => chairs(grant, ward))).map(panelOf),
  ];
  const once = new Map<string, Party>();
  for (const party of found) {
    const key = `${party.kind} ${party.name} ${party.ward}`;
    const before = once.get(key);
    // An organisation with roles in two boroughs is one party, of more than one borough.
    once.set(key, before === undefined || before.borough === party.borough ? party : { ...party, borough: null });
  }
  return [...once.values()];
}

/** What the police are called where no title of their own is given. */
export const POLICE_DRAFT = 'Police draft';

const POLICE: Party = { kind: 'police', name: 'Police', borough: null, ward: null };
const POLICE_ROLES = new Set(['analyst', 'command']);

function organisationOf({ role, scope, organisation }: SpeakingGrant): Party[] {
  if (organisation === null || (role !== 'council' && role !== 'partner')) return [];
  return [{ kind: role, name: organisation, borough: scope.borough, ward: null }];
}

const chairs = ({ role, scope }: SpeakingGrant, { code, boroughCode }: PartyWard): boolean =>
  role === 'chair' &&
  (scope.borough === null || scope.borough === boroughCode) &&
  (scope.ward === null || scope.ward === code);

const panelOf = ({ code, name, boroughCode }: PartyWard): Party => ({
  kind: 'ward-panel',
  name: `${name} ward panel`,
  borough: boroughCode,
  ward: code,
});
