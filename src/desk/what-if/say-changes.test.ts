import { expect, it } from 'vitest';
import { planInView } from '../../../test/builders/desk-views.ts';
import { againstPlan } from './changes.ts';
import { sayChanges } from './say-changes.ts';

const plan = planInView(false);
const began = againstPlan(plan, null)?.officers ?? {};
const codeOf = (name: string) => plan.wards.find((ward) => ward.name === name)?.code ?? '';

/** What is said where the page began with so many more, or fewer, officers in some wards. */
function saidAfter(changes: Record<string, number>, post: 'dwo' | 'pcso' = 'dwo'): string {
  const before = { ...began };
  for (const [name, change] of Object.entries(changes)) {
    const now = began[codeOf(name)];
    if (now === undefined) throw new Error(`There is no ward ${name}.`);
    before[codeOf(name)] = { ...now, [post]: now[post] - change };
  }
  return sayChanges(plan, { officers: before, inForceSince: null });
}

it('says who gains and who loses in one sentence', () => {
  expect(saidAfter({ 'West Hampstead': 1, 'South Hampstead': -1 })).toBe(
    'West Hampstead gains one, South Hampstead loses one.',
  );
  expect(saidAfter({ Highgate: 1, Kilburn: 1, Bloomsbury: 2 })).toBe(
    'Bloomsbury gains two, Highgate and Kilburn gain one.',
  );
});

it('keeps apart lists that have commas of their own', () => {
  expect(saidAfter({ Highgate: 1, Kilburn: 1, Belsize: 1, Bloomsbury: -3 })).toBe(
    'Belsize, Highgate and Kilburn gain one; Bloomsbury loses three.',
  );
});

it('counts wards where there are too many to name', () => {
  const all = Object.fromEntries(plan.wards.slice(0, 8).map(({ name }, place) => [name, place === 0 ? -1 : 1]));
  expect(saidAfter(all)).toBe('Seven wards gain, one ward loses.');
});

it('tells PCSOs apart, and says so where nothing changes', () => {
  expect(saidAfter({})).toBe('No ward’s number changes.');
  expect(saidAfter({ Highgate: 1 }, 'pcso')).toBe('No ward’s officers change. Of PCSOs, Highgate gains one.');
});
