import type { ReviewNotice } from '../../src/allocation/consultation/notice/notice.ts';
import { notices } from '../../src/allocation/consultation/notice/notice-publication-service.ts';
import type { Place } from '../../src/platform/access/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { UNIT } from './each-principal.ts';

/** A notice of a review of the unit. */
export const NOTICE: ReviewNotice = {
  ...{ review: 1, unit: UNIT, number: '2026-1', name: 'Spring 2026', question: 'Which weights?' },
  numbers: { dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 1 }, ceilings: { dwo: 6, pcso: null } },
  weights: { name: 'founding', version: '1', weights: { 'recorded-crime': 1 } },
  components: [{ component: 'recorded-crime', title: 'Recorded crime' }],
  ...{ opensOn: '2026-03-10', closesOn: '2026-04-10', inForceFrom: '2026-05-01' },
  invited: [{ kind: 'council', name: 'Camden Council', borough: null, ward: null }],
  synthetic: false,
};

/**
 * What each step of a notice on its way to being published is called with.
 * @param records Wardroom's own handle; a notice that waits for approval is laid out in them
 */
export async function noticeSamples(
  records: Records,
): Promise<Record<string, { args: unknown[]; place: Place; undone: true }[]>> {
  const now = () => new Date('2026-03-10T12:00:00Z');
  const system = { records, dataFolder: '/nowhere', actor: 'wardroom', principal: { kind: 'wardroom' as const }, now };
  const place = { unit: UNIT, borough: null, ward: null };
  const drafted = { key: UNIT, place, inForceFrom: '2026-03-10', content: NOTICE };
  const { id, contentHash } = await notices.draft(system, drafted);
  await notices.propose(system, { id });
  const sample = {
    args: [{ id, contentHash, reason: 'It was asked for.' }],
    place: { unit: UNIT },
    undone: true as const,
  };
  const moves = ['preview', 'approve', 'publish', 'take-back', 'withdraw'];
  return Object.fromEntries(moves.map((move) => [`consultation.${move}-review`, [sample]]));
}
