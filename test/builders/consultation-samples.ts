import type { Party } from '../../src/allocation/consultation/model.ts';
import { placeOfParty } from '../../src/allocation/consultation/place-of-party.ts';
import { insertProposal } from '../../src/allocation/consultation/proposal/proposal-store.ts';
import type { Place } from '../../src/platform/access/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { CAMDEN, ISLINGTON, UNIT, WARD } from './each-principal.ts';
import { layReview } from './laid-reviews.ts';
import { noticeSamples } from './notice-samples.ts';

interface Sample {
  args: unknown[];
  place: Place;
  undone: true;
}

const PARTIES: readonly Party[] = [
  { kind: 'police', name: 'Police', borough: null, ward: null },
  { kind: 'council', name: 'Camden Council', borough: CAMDEN, ward: null },
  { kind: 'council', name: 'Islington Council', borough: ISLINGTON, ward: null },
  { kind: 'ward-panel', name: 'Camden Square ward panel', borough: CAMDEN, ward: WARD },
];

/**
 * What each function that changes a review or a proposal is called with, for the unit, two councils and a panel.
 * @param records Wardroom's own handle; a review with a proposal of each is laid out in them
 */
export async function consultationSamples(records: Records): Promise<Record<string, Sample[]>> {
  const { id: review } = await layReview(records);
  const sample = (asked: object, place: Place): Sample => ({ args: [asked], place, undone: true });
  const atUnit = (asked: object) => [sample(asked, { unit: UNIT })];
  const seen = { version: 1, because: 'It was asked for.' };
  const given = { method: 'budget' as const, points: { 'recorded-crime': 1 } };
  const content = { given, bounds: null, comment: '', publishComment: false };
  const written = { by: 'test', at: new Date('2026-03-10T12:00:00Z') };
  const toWithdraw: Sample[] = [];
  for (const party of PARTIES) {
    const whose = { review, unit: UNIT, party, title: party.name };
    const id = await records
      .transaction()
      .execute((trx) => insertProposal(trx, whose, { ...content, weights: { 'recorded-crime': 1 }, written }));
    toWithdraw.push(sample({ id, ...seen }, placeOfParty(UNIT, party)));
  }
  return {
    'consultation.open-review': atUnit({
      ...{ unit: UNIT, name: 'Walk', question: 'Which weights?', numbers: { dwo: 118, pcso: 48 } },
      ...{ components: ['recorded-crime'], asAt: '2026-03-01', invited: [] },
      ...{ inForceFrom: '2026-05-01', closesOn: '2026-04-10' },
    }),
    'consultation.open-review-page': [{ args: [null], place: { unit: UNIT }, undone: true }],
    'consultation.edit-review': atUnit({ id: review, ...seen, changes: { name: 'Walk' } }),
    'consultation.close-review': atUnit({ id: review, ...seen }),
    'consultation.abandon-review': atUnit({ id: review, ...seen }),
    'consultation.propose-weights': PARTIES.map((party) =>
      sample({ review, party, title: party.name, ...content, version: 1 }, placeOfParty(UNIT, party)),
    ),
    'consultation.withdraw-weights': toWithdraw,
    'consultation.announce-review': atUnit({ id: review, ...seen }),
    'consultation.choose-proposal': atUnit({
      review,
      version: 1,
      proposal: 1,
      reasons: 'Need.',
      figures: null,
      seen: null,
    }),
    ...(await noticeSamples(records)),
  };
}
