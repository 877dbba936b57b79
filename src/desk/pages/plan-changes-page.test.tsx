import { expect, it } from 'vitest';
import { renderPage } from '../../ui/render.tsx';
import { PlanChangesPage, type PlanChangesPageModel } from './plan-changes-page.tsx';

const ward = (name: string, before: [number, number], after: [number, number]) => ({
  ...{ code: `E-${name}`, name, borough: 'Camden', sentence: `${name} changed because of the weights.` },
  before: { dwo: before[0], pcso: before[1] },
  after: { dwo: after[0], pcso: after[1] },
});
const MODEL: PlanChangesPageModel = {
  unit: { name: 'Central North', boroughs: ['Camden', 'Islington'] },
  plan: { id: '3', inForceFrom: '2026-03-01', synthetic: false },
  before: { id: '2', inForceFrom: '2025-03-01', synthetic: false, withdrawn: null },
  when: 'past',
  sentences: ['1 ward gains, 1 loses and 35 stay as before.', 'All of them change because of the weights.'],
  wards: [ward('Belsize', [3, 1], [2, 1]), ward('Kilburn', [2, 1], [3, 1]), ward('Frognal', [2, 2], [3, 1])],
  remarks: ['Figures of residents are taken to be the same.'],
};
const html = (changed: Partial<PlanChangesPageModel> = {}) => renderPage(<PlanChangesPage {...MODEL} {...changed} />);
const read = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

it('answers first, then lists who gained before who lost, with numbers and the cause', () => {
  const text = read(html());
  expect(text).toContain('1 ward gains, 1 loses and 35 stay as before. All of them change because of the weights.');
  const gained = text.indexOf('Gained Kilburn Camden 2 + 1 3 + 1 Kilburn changed because of the weights.');
  const lost = text.indexOf('Lost Belsize Camden 3 + 1 2 + 1');
  expect([gained > 0, lost > gained, text.indexOf('Exchanged one for the other Frognal') > lost]).toEqual([
    ...[true, true, true],
  ]);
  expect(text).toContain('Figures of residents are taken to be the same.');
});

it('leads to the plan, the plan before it, and what that changed', () => {
  for (const address of ['/allocation/plans/3', '/allocation/plans/2', '/allocation/plans/2/changes'])
    expect(html()).toContain(`href="${address}"`);
  expect(html({ before: null })).not.toContain('/changes"');
});

it('says so where the plan it is compared with was withdrawn since', () => {
  const before = { id: '2', inForceFrom: '2025-03-01', synthetic: false, withdrawn: { reason: 'Counted twice.' } };
  expect(read(html({ before }))).toContain(
    'It is compared with plan 2, which was in force before it and is withdrawn since.',
  );
  expect(html()).not.toContain('withdrawn');
});

it('has no table where nothing changed', () => {
  expect(html({ wards: [], sentences: ['No ward gains or loses.'] })).not.toContain('<table');
});
