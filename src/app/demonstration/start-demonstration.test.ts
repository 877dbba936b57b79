import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { firstAdministrator, pressAs, type SignInPlace, signInPlace } from '../../../test/builders/people.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { burglaries } from '../../../test/builders/ward-figures.ts';
import { listAnnouncedReviews, listReviews, planInForce } from '../../allocation/service.ts';
import { charters } from '../../evaluation/charter/charter-publication-service.ts';
import { chartersInView } from '../../evaluation/charter/charters-in-view-service.ts';
import { parseCharter } from '../../evaluation/charter/parse-charter.ts';
import { withdrawnCharter } from '../../evaluation/charter/publish-charter-service.ts';
import { listCharters } from '../../evaluation/service.ts';
import { referenceAreas } from '../../geography/index.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { ROLES } from '../../platform/access/index.ts';
import { makeIdentify } from '../../platform/identity/index.ts';
import {
  beginDemonstration,
  demonstrationState,
  endDemonstration,
  offeredPeople,
} from '../../platform/identity/service.ts';
import { listImports } from '../../sources/service.ts';
import { knownPlaces } from '../known-places.ts';
import { requireSignIn } from '../require-sign-in.ts';
import { DEMONSTRATION_CHARTER, DEMONSTRATION_SIGNATURES } from './demonstration-charter.ts';
import { DEMONSTRATION_PEOPLE, DEMONSTRATION_TITLES } from './demonstration-people.ts';
import { withdrawDemonstration } from './end-demonstration-service.ts';
import { loadDemonstrationCharter } from './load-demonstration-charter.ts';
import { startDemonstration } from './start-demonstration.ts';

let opened: EmptyRecords;
let place: SignInPlace;

beforeEach(async () => {
  opened = await emptyRecords();
  place = await signInPlace(opened.database);
  await ensureReferenceAreas(place.system);
  await ensureReferenceUnit(place.system);
});
afterEach(() => opened.close());

const start = (allowed = true) =>
  startDemonstration({ system: place.system, own: place.as({ kind: 'wardroom' }) }, allowed, 2);
const imports = async () => (await listImports(opened.records)).map(({ kind }) => kind);

test('an empty folder is filled, and each role is one click away, with a second who may approve', async () => {
  expect(await start()).toBe(true);
  expect(await start()).toBe(true);
  expect(await imports()).toEqual(['synthetic']);
  const identify = makeIdentify(place.system);
  const offered = await offeredPeople(place.system);
  expect(offered.map(({ email }) => email).slice(0, 2)).toEqual([...DEMONSTRATION_TITLES.keys()]);
  expect(offered.map(({ role }) => role)).toEqual(['command', ...ROLES]);
  for (const { email, role } of offered) {
    const signedIn = await pressAs(place.system, email.split('@', 1)[0] ?? '');
    const { principal } = await identify(signedIn?.token ?? '');
    expect(principal).toMatchObject({ demonstration: true, grants: [{ role }] });
  }
});

test('its charter is one that could be entered, and was signed by all before the pilot started', () => {
  const charter = JSON.parse(JSON.stringify(DEMONSTRATION_CHARTER));
  expect(parseCharter(charter)).toEqual({ kind: 'charter', charter });
  expect(DEMONSTRATION_SIGNATURES.map(({ organisation }) => organisation).toSorted()).toEqual(
    DEMONSTRATION_CHARTER.signatories.map(({ organisation }) => organisation).toSorted(),
  );
  for (const { on } of DEMONSTRATION_SIGNATURES)
    expect(on < (DEMONSTRATION_CHARTER.treated[0]?.start ?? '')).toBe(true);
});

test('its charter stands signed and made up, once, to staff and to readers, and is shown no more when it has ended', async () => {
  await start();
  await start();
  const shownTo = async (who: 'wardroom' | 'visitor') =>
    (await chartersInView(place.as({ kind: who }))).filter(({ charter }) => charter.synthetic);
  const charter = { name: 'demo-clear-hold-build' };
  expect(await shownTo('wardroom')).toMatchObject([{ charter, standing: 'signed', from: 'records' }]);
  expect(await shownTo('visitor')).toMatchObject([{ charter, standing: 'signed', from: 'published' }]);
  expect((await shownTo('visitor'))[0]?.signatures).toHaveLength(3);
  const operator = place.as({ kind: 'operator', name: 'anna', as: null });
  await withdrawDemonstration({ ...place.system, actor: 'cli:anna' });
  expect(await shownTo('visitor')).toEqual([]);
  expect(await withdrawnCharter(opened.records, charter.name)).toMatchObject({
    reason: 'It was made in the demonstration, which has ended.',
  });
  await endDemonstration(operator);
  expect(await shownTo('wardroom')).toEqual([]);
});

test('its charter is proposed by one of its people and published by another, all at once or not at all', async () => {
  await beginDemonstration(place.system, DEMONSTRATION_PEOPLE);
  let asked = 0;
  const now = () => {
    asked += 1;
    if (asked > 4) throw new Error('The power failed.');
    return place.system.now();
  };
  await expect(loadDemonstrationCharter({ ...place.system, now })).rejects.toThrow('The power failed.');
  expect(await listCharters(place.system)).toEqual([]);
  expect(await loadDemonstrationCharter(place.system)).toBe(true);
  const [item] = await charters.list(place.system, 'Central North');
  expect([item?.state, item?.alone]).toEqual(['published', false]);
  const [first, second] = [item?.drafted.by, item?.approved?.by];
  for (const by of [first, second]) expect(by).toMatch(/^person:/);
  expect(second).not.toBe(first);
});

test('its people stand where there are such places', async () => {
  const [unit] = await knownPlaces(opened.records)('2026-03-10');
  for (const { scope } of DEMONSTRATION_PEOPLE) {
    expect(scope.unit).toBe(unit?.name);
    const borough = unit?.boroughs.find(({ code }) => code === scope.borough);
    expect(borough === undefined).toBe(scope.borough === null);
    if (scope.ward !== null) expect(borough?.wards.map(({ code }) => code)).toContain(scope.ward);
  }
  expect(unit?.boroughs.flatMap(({ wards }) => wards)).toHaveLength(
    referenceAreas('wards-2022').filter(({ boroughCode }) => boroughCode === 'E09000007' || boroughCode === 'E09000019')
      .length,
  );
});

test('where the setting forbids it, nothing is filled, and one that is on stops the start', async () => {
  expect(await start(false)).toBe(false);
  expect(await imports()).toEqual([]);
  expect(await demonstrationState(place.system)).toBe('undecided');
  await start();
  await expect(start(false)).rejects.toThrow('wardroom demonstration end');
});

test('a folder of real figures, of a real person, or of an ended demonstration is left alone', async () => {
  const figures = burglaries('wards-2022', '2024-01', '2026-02');
  await holdFigures(opened.records, figures, { vintage: 'spring', kind: 'mps-ward' });
  expect(await start()).toBe(false);
  expect(await demonstrationState(place.system)).toBe('undecided');
  await firstAdministrator(place);
  expect(await start()).toBe(false);
  expect(await imports()).toEqual(['mps-ward']);
});

test('once ended it is not filled again', async () => {
  await start();
  await endDemonstration(place.as({ kind: 'operator', name: 'anna', as: null }));
  expect(await start()).toBe(false);
});

test('records that others have reached once never get the demonstration, from no process and no command', async () => {
  expect(await requireSignIn(place.system, 'Central North')).toMatch(/^\/link\//);
  expect(await demonstrationState(place.system)).toBe('off');
  expect(await start()).toBe(false);
  expect(await beginDemonstration(place.system, DEMONSTRATION_PEOPLE)).toBe(false);
  expect(await pressAs(place.system, 'command')).toBeNull();
  expect(await imports()).toEqual([]);
  await requireSignIn(place.system, 'Central North');
});

test('where the demonstration is on, others are not let in', async () => {
  await start();
  await expect(requireSignIn(place.system, 'Central North')).rejects.toThrow('so others must not reach it: end it');
  expect(await demonstrationState(place.system)).toBe('on');
});

test('no plan of the demonstration stays in force when it ends, and nobody is asked anything', async () => {
  await start();
  const inForce = () => planInForce(opened.records, null, '2026-03-10');
  expect(await inForce()).not.toBeNull();
  const operator = place.as({ kind: 'operator', name: 'anna', as: null });
  const asked = async () =>
    (await listAnnouncedReviews(opened.records, null)).filter(({ withdrawn }) => withdrawn === null);
  expect(await asked()).toHaveLength(1);
  const system = { ...place.system, actor: 'cli:anna' };
  await withdrawDemonstration(system);
  // Whoever was stopped half-way runs it again.
  await withdrawDemonstration(system);
  await endDemonstration(operator);
  expect(await inForce()).toBeNull();
  expect(await asked()).toEqual([]);
  const reviews = await listReviews(system, 'Central North');
  expect(reviews.map(({ abandoned }) => abandoned?.by)).toEqual(['cli:anna']);
});
