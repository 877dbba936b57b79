import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLAIM } from '../../../test/builders/claim-samples.ts';
import { type SignInPlace, signInPlace } from '../../../test/builders/people.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { chooseProposal } from '../../allocation/consultation/decision/decision-service.ts';
import { findDecision } from '../../allocation/consultation/decision/find-decision-service.ts';
import { latestNotice } from '../../allocation/consultation/notice/announce-service.ts';
import { loadReviewPage } from '../../allocation/consultation/review/review-pages-service.ts';
import { findReview } from '../../allocation/consultation/review/review-service.ts';
import {
  approvePlan,
  findPlan,
  listPlans,
  listProposals,
  listReviews,
  listWeightProposals,
  planInForce,
  previewPlan,
  publishPlan,
} from '../../allocation/service.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import { ensureReferenceUnit, postBook } from '../../organisation/service.ts';
import { chartEntries } from '../../performance/charts/charts-service.ts';
import { enterChartSetting } from '../../performance/charts/settings-service.ts';
import { enterClaim, findClaim } from '../../performance/claims/claim-service.ts';
import { addMeasureSet, measureSets } from '../../performance/sets/sets-service.ts';
import type { Principal } from '../../platform/access/index.ts';
import { offeredPeople } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { withdrawDemonstration } from './end-demonstration-service.ts';
import { startDemonstration } from './start-demonstration.ts';

/** Long after any day on which this runs: the records' own date is before the plan's. */
const OPENED = new Date('2090-03-10T12:00:00Z');
const CLOSED = new Date('2090-05-02T12:00:00Z');
const unit = CENTRAL_NORTH.name;

let opened: EmptyRecords;
let place: SignInPlace;
beforeEach(async () => {
  opened = await emptyRecords();
  place = await signInPlace(opened.database, OPENED);
  await ensureReferenceAreas(place.system);
  await ensureReferenceUnit(place.system);
  await startDemonstration({ system: place.system, own: place.as({ kind: 'wardroom' }) }, true, 2);
});
afterEach(() => opened.close());

const as = (principal: Principal): Platform => testPlatform(opened.database, { principal, now: CLOSED });
const visitor = () => as({ kind: 'visitor' });
const council = () =>
  as({
    ...{ kind: 'person', person: 'person:dddddddddddddddd', demonstration: true, steppedUp: false },
    grants: [{ role: 'council', scope: { unit, borough: 'E09000019', ward: null }, organisation: 'Islington Council' }],
  });

async function commanders(): Promise<[Platform, Platform]> {
  const offered = (await offeredPeople(place.system)).filter(({ role }) => role === 'command');
  const [first, second] = offered.map(({ person }) =>
    as({
      ...{ kind: 'person', person, demonstration: true, steppedUp: false },
      grants: [{ role: 'command', scope: { unit, borough: null, ward: null }, organisation: null }],
    }),
  );
  if (first === undefined || second === undefined) throw new Error('The demonstration has two commanders.');
  return [first, second];
}

/** Chooses the first proposal of the demonstration's review; its plan waits. */
async function chosen(commander: Platform): Promise<{ review: number; plan: string }> {
  const [review] = await listReviews(place.system, unit);
  if (review === undefined) throw new Error('The demonstration has a review.');
  const [proposal] = await listWeightProposals(commander, review.id);
  const asked = { review: review.id, version: review.version, proposal: proposal?.id ?? 0, reasons: 'Need first.' };
  const made = await chooseProposal(commander, { ...asked, figures: null, seen: null });
  if (made.kind !== 'chosen') throw new Error('Nothing was chosen.');
  return { review: review.id, plan: made.plan };
}

/** What the ending leaves: no plan and no notice stands, and the review is over. */
async function nothingStands(review: number): Promise<void> {
  const states = (await listProposals(place.system, unit)).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['withdrawn']));
  expect(await findReview(place.system, review)).toMatchObject({
    choice: null,
    abandoned: { because: 'It was made in the demonstration, which has ended.' },
  });
  expect(await latestNotice(place.system, { unit, id: review })).toBeNull();
}

test('a plan that waits goes with its review, all at once or not at all', async () => {
  const [first] = await commanders();
  const { review } = await chosen(first);
  const states = async () => (await listProposals(place.system, unit)).map(({ id, state }) => [id, state]);
  const before = await states();
  let asked = 0;
  const stopped = {
    ...place.system,
    now: () => {
      asked += 1;
      if (asked > 2) throw new Error('The power failed.');
      return CLOSED;
    },
  };
  await expect(withdrawDemonstration(stopped)).rejects.toThrow('The power failed.');
  expect(await states()).toEqual(before);
  await withdrawDemonstration(place.system);
  await nothingStands(review);
});

test('a decision is hidden until the day of its plan by the records’ own date, and goes with the demonstration', async () => {
  const [first, second] = await commanders();
  const { review, plan } = await chosen(first);
  const contentHash = (await previewPlan(second, { id: plan }))?.approvalHash ?? '';
  expect(await approvePlan(second, { id: plan, contentHash })).toMatchObject({ kind: 'done' });
  expect(await publishPlan(second, { id: plan })).toMatchObject({ kind: 'done' });
  expect((await findDecision(second, { unit, review }))?.plan).toBe(plan);

  const { records } = visitor();
  expect(await findPlan(records, plan)).toBeNull();
  expect((await listPlans(records, unit)).map(({ id }) => id)).not.toContain(plan);
  expect((await planInForce(records, unit, '2090-05-02'))?.id).not.toBe(plan);
  for (const outside of [visitor(), council()]) {
    expect(await findDecision(outside, { unit, review })).toBeNull();
    const shown = await loadReviewPage(outside, review, undefined);
    expect(shown?.decided ?? null).toBeNull();
    expect(JSON.stringify(shown)).not.toContain('Need first.');
  }
  await withdrawDemonstration(place.system);
  await nothingStands(review);
});

test('what made-up people write about performance ends with it, and nothing real is kept beside it', async () => {
  const [offered] = (await offeredPeople(place.system)).filter(({ role }) => role === 'analyst');
  const analyst = as({
    ...{ kind: 'person', person: offered?.person ?? '', demonstration: true, steppedUp: false },
    grants: [{ role: 'analyst', scope: { unit, borough: null, ward: null }, organisation: null }],
  });
  const operator = as({ kind: 'operator', name: 'anna', as: null });
  const source = JSON.stringify({
    ...{ name: 'made-up-set', title: 'Made up', from: '2090-01-01', source: 'Nobody' },
    groups: [{ title: 'All', rows: [{ measure: 'burglary', printed: 'Burglary' }] }],
  });
  const real = await addMeasureSet(operator, { unit, source });
  expect(real.kind === 'refused' ? real.because : '').toContain('wardroom demonstration end');
  expect(await addMeasureSet(analyst, { unit, source })).toMatchObject({ kind: 'added' });
  const setting = { measure: 'burglary', area: 'Camden' };
  const change = { ...setting, kind: 'step change', from: '2025-06', to: '', reason: 'Made up.' } as const;
  const { area } = await enterChartSetting(analyst, change);
  const { clusters } = await postBook(analyst, unit);
  const cluster = await enterChartSetting(analyst, { ...change, area: clusters[0]?.name ?? '' });
  expect([cluster.boroughCode, cluster.wardCode]).toEqual([clusters[0]?.boroughCode, null]);
  const claim = await enterClaim(analyst, { unit, ...CLAIM });

  const standing = async () => ({
    sets: (await measureSets(visitor().records)).filter(({ name }) => name === 'made-up-set').length,
    settings: (await chartEntries(visitor().records, { ...setting, area })).filter((each) => each.withdrawn === null)
      .length,
    claims: (await findClaim(place.system, claim.id))?.withdrawn === null ? 1 : 0,
  });
  expect(await standing()).toEqual({ sets: 1, settings: 1, claims: 1 });
  await withdrawDemonstration(place.system);
  expect(await standing()).toEqual({ sets: 0, settings: 0, claims: 0 });
});
