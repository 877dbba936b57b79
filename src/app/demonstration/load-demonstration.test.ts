import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { burglaries } from '../../../test/builders/ward-figures.ts';
import { listAnnouncedReviews, listPlans, listReviews, listWeightProposals } from '../../allocation/service.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import { ensureReferenceUnit, postBook } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { listImports } from '../../sources/service.ts';
import { loadDemonstration } from './load-demonstration.ts';

let opened: EmptyRecords;
let platform: Platform;

beforeEach(async () => {
  opened = await emptyRecords();
  const { records } = opened;
  platform = {
    records,
    dataFolder: '/nowhere',
    actor: 'test',
    principal: { kind: 'wardroom' } as const,
    now: () => new Date('2026-03-10T12:00:00Z'),
  };
  await ensureReferenceAreas(platform);
  await ensureReferenceUnit(platform);
});
afterEach(() => opened.close());

const held = async () => ({
  imports: (await listImports(platform.records)).map(({ kind }) => kind),
  plans: (await listPlans(platform.records, CENTRAL_NORTH.name)).map(({ inForceFrom }) => inForceFrom),
  ...(await bookHeld()),
  reviews: (await listAnnouncedReviews(platform.records, null)).map(({ notice: { number, closesOn } }) => [
    number,
    closesOn,
  ]),
});
async function bookHeld() {
  const { posts, synthetic } = await postBook(platform, CENTRAL_NORTH.name);
  const ofWards = (rank: string) => posts.filter((post) => post.duty === 'ward' && post.rank === rank).length;
  return { officers: ofWards('Constable'), pcsos: ofWards('PCSO'), synthetic };
}
/** Open until the end of the month after the day of the test. */
const REVIEWS = [['2026-1', '2026-04-30']];
const filled = {
  imports: ['synthetic'],
  plans: ['2026-03-01'],
  officers: 118,
  pcsos: 48,
  synthetic: true,
  reviews: REVIEWS,
};

test('an empty folder gets made-up figures, a plan, a post book of its officers and an open review, once', async () => {
  expect(await loadDemonstration(platform)).toBe(true);
  expect(await held()).toEqual(filled);
  expect(await loadDemonstration(platform)).toBe(false);
  expect(await held()).toEqual(filled);
});

test('a start that was killed between the figures and the plan is taken up by the next', async () => {
  await loadDemonstration(platform);
  await sql`truncate publication.item, publication.version, publication.snapshot, allocation.review cascade`.execute(
    platform.records,
  );
  expect(await loadDemonstration(platform)).toBe(true);
  expect(await held()).toEqual(filled);
});

test('a start that was killed between the plan and the book is taken up by the next', async () => {
  await loadDemonstration(platform);
  await sql`truncate organisation.post, organisation.officer, organisation.budget, organisation.cluster, organisation.course,
    organisation.asset, organisation.establishment_change, organisation.earlier_allocation, organisation.book_import cascade`.execute(
    platform.records,
  );
  expect((await held()).officers).toBe(0);
  expect(await loadDemonstration(platform)).toBe(true);
  expect(await held()).toEqual(filled);
});

test('its review asks the parties of the demonstration, and holds two proposals with the weights that were given', async () => {
  await loadDemonstration(platform);
  const [review] = await listReviews(platform, CENTRAL_NORTH.name);
  expect(review).toMatchObject({ synthetic: true, opensOn: '2026-03-10', inForceFrom: '2026-05-01', abandoned: null });
  expect(review?.invited.map(({ name }) => name)).toEqual([
    'Islington Council',
    'Camden Council',
    'Bloomsbury ward panel',
  ]);
  const proposals = await listWeightProposals(platform, review?.id ?? -1);
  expect(proposals.map(({ title }) => title)).toEqual(['Police draft', 'Islington Council']);
  const [police, council] = proposals.map(({ weights }) => [weights['recorded-crime'], weights.deprivation]);
  expect([police, council].flat().map((weight) => Math.round((weight ?? 0) * 1e9) / 1e9)).toEqual([
    0.35, 0.15, 0.2, 0.25,
  ]);
});

test('a folder with figures of its own is left alone', async () => {
  const figures = burglaries('wards-2022', '2024-01', '2026-02');
  await holdFigures(platform.records, figures, { vintage: 'spring', kind: 'mps-ward' });
  expect(await loadDemonstration(platform)).toBe(false);
  expect(await held()).toEqual({
    imports: ['mps-ward'],
    plans: [],
    officers: 0,
    pcsos: 0,
    synthetic: false,
    reviews: [],
  });
});
