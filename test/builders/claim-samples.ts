import { claims } from '../../src/performance/claims/claim-publication-service.ts';
import { insertClaim, insertClaimRevision, readClaim } from '../../src/performance/claims/claim-store.ts';
import type { ClaimContent } from '../../src/performance/claims/model.ts';
import type { Place } from '../../src/platform/access/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { UNIT } from './each-principal.ts';

/** A claim of a percentage, with the counts printed beside it. */
export const CLAIM: ClaimContent = {
  ...{ words: 'Personal Robbery: -5.7%', saidBy: 'Metropolitan Police', saidOn: '2024-07-18', document: 'A report' },
  kind: 'percentage change',
  binding: {
    ...{ measure: 'personal-robbery', of: null, area: 'E09000019', period: '2023-24', against: '2022-23' },
    ...{ printed: '-5.7%', counts: { current: 1004, previous: 1065 } },
  },
  vintage: null,
};

/** Lays a claim of the unit down. @returns its key */
export function layClaim(records: Records, content: ClaimContent = CLAIM): Promise<number> {
  const written = { by: 'test', at: new Date('2026-03-10T12:00:00Z') };
  return records.transaction().execute(async (trx) => {
    const id = await insertClaim(trx, { unit: UNIT, synthetic: false }, content, written);
    const claim = await readClaim(trx, id);
    if (claim !== null) await insertClaimRevision(trx, claim);
    return id;
  });
}

/**
 * What each function about claims that asks about a place is called with.
 * @param records Wardroom's own handle; a claim that waits for approval is laid out in them
 */
export async function claimSamples(
  records: Records,
): Promise<Record<string, { args: unknown[]; place: Place; undone: true }[]>> {
  const id = await layClaim(records);
  const now = () => new Date('2026-03-10T12:00:00Z');
  const system = { records, dataFolder: '/nowhere', actor: 'wardroom', principal: { kind: 'wardroom' as const }, now };
  const place = { unit: UNIT, borough: null, ward: null };
  const content = { ...CLAIM, claim: id, unit: UNIT, version: 1, synthetic: false };
  const { id: item, contentHash } = await claims.draft(system, {
    key: UNIT,
    place,
    inForceFrom: '2026-03-10',
    content,
  });
  await claims.propose(system, { id: item });
  const sample = (asked: object) => [{ args: [asked], place: { unit: UNIT }, undone: true as const }];
  const seen = { id, version: 1, because: 'It was asked for.' };
  return {
    'performance.enter-claim': sample({ unit: UNIT, ...CLAIM, words: 'Another' }),
    'performance.add-claims': sample({ unit: UNIT, claims: [] }),
    'performance.change-claim': sample({ ...CLAIM, ...seen, words: 'In other words' }),
    'performance.withdraw-claim': sample(seen),
    'performance.propose-claim': sample(seen),
    'performance.approve-claim': sample({ id, contentHash }),
    'performance.publish-claim': sample({ id }),
    'performance.note-standings': sample({ unit: UNIT }),
  };
}
