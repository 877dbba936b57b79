import { expect, test } from 'vitest';
import { monthReportOf, tallyOfMinutes } from '../../../test/builders/ringfence-report.ts';
import { abstractionsTable } from './abstractions-table.ts';
import type { ReasonMinutes } from './model.ts';

function typesOf(byReason: ReasonMinutes[]) {
  const borough = { code: 'E09000007', name: 'Camden' };
  const tally = tallyOfMinutes({ confirmedMinutes: 900, breachMinutes: 100, byReason });
  const { rows } = abstractionsTable([monthReportOf({ boroughs: [{ ...borough, ...tally }] })]);
  return [...rows].map((row) => row.slice(6, 10));
}

test('a ruling that was corrected since its reasons were first closed is told without them', () => {
  const stale: ReasonMinutes[] = [{ reason: 'training', ruling: 'breach', minutes: 60 }];
  expect(typesOf(stale)[1]).toEqual(['Yes', 'Not Shown', 100, 1000]);
});

test('ward work that a policy does not keep is abstracted, as local aid', () => {
  expect(typesOf([{ reason: 'ward-work', ruling: 'breach', minutes: 100 }])).toEqual([
    ['No', 'Not Abstracted', 900, 1000],
    ['Yes', 'Local Aid', 100, 1000],
  ]);
});
