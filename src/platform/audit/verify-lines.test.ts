import { expect, it } from 'vitest';
import type { AuditReport } from './report.ts';
import { verifyLines } from './verify-lines.ts';

const report: AuditReport = {
  ok: true,
  rows: 1217,
  erased: 0,
  head: null,
  heads: 12,
  proven: 1200,
  sinceExport: { entries: 17, since: '2026-07-10T13:00:00.000Z' },
  brokenAt: null,
  because: [],
  imports: null,
};

it('says in plain sentences that nothing was changed, and what no head covers yet, by the clocks of London', () => {
  expect(verifyLines(report)).toEqual([
    'The audit holds 1,217 entries, and nothing of it was changed.',
    '12 exported heads were checked.',
    '17 entries since 14:00 on 2026-07-10 are not covered by an exported head yet.',
  ]);
});

it('says what is wrong, and up to where the audit is proven', () => {
  const broken = { ...report, ok: false, brokenAt: 1201, because: ['Entry 1205 is missing.'] };
  expect(verifyLines(broken).slice(0, 3)).toEqual([
    'The audit is not as it was written:',
    '  Entry 1205 is missing.',
    'Up to entry 1200 it is as it was when a head was signed.',
  ]);
});

it.each([
  [
    { entries: 0, since: '2026-01-10T13:00:00.000Z' },
    'Every entry is covered by the head exported at 13:00 on 2026-01-10.',
  ],
  [
    { entries: 1, since: '2026-01-10T13:00:00.000Z' },
    '1 entry since 13:00 on 2026-01-10 is not covered by an exported head yet.',
  ],
  [{ entries: 0, since: null }, 'Nothing was written yet.'],
  [
    { entries: 2, since: null },
    'No exported head covers any of the 2 entries yet: export one with "wardroom audit head".',
  ],
])('says of %j: %s', (sinceExport, sentence) => {
  expect(verifyLines({ ...report, sinceExport }).at(-1)).toBe(sentence);
});

it('says what became of erased entries and of imports', () => {
  const imports = { checked: 3, withoutRoot: 1, differing: [] };
  expect(verifyLines({ ...report, erased: 2, imports }).slice(1, 4)).toEqual([
    'Of 2 entries the content was erased when its time was over.',
    '12 exported heads were checked.',
    '3 imports were compared with what the audit says of their figures. 1 from before their figures were written down in the audit were not.',
  ]);
});
