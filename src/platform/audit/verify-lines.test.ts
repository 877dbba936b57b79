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
  erasures: [],
  adoptions: [],
  restores: [],
  setBack: [],
  imports: null,
  notes: [],
};

it('says in plain sentences that nothing was changed, and what no head covers yet, by the clocks of London', () => {
  expect(verifyLines(report)).toEqual([
    'The audit holds 1,217 entries. Nothing up to entry 1,200 was changed; what comes after it fits together, and no head proves it.',
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
    'Of 2 entries the content was erased, all of them by the rules in force.',
    '12 exported heads were checked.',
    '3 imports were compared with what the audit says of their figures. 1 from before their figures were written down in the audit were not.',
  ]);
});

it('claims no more than a head proves', () => {
  expect(verifyLines({ ...report, proven: 1217 })[0]).toBe(
    'The audit holds 1,217 entries, and nothing of it was changed.',
  );
  expect(verifyLines({ ...report, proven: 0, heads: 0 })[0]).toBe(
    'The audit holds 1,217 entries. The entries fit together; no head proves that they are the ones written.',
  );
  expect(verifyLines({ ...report, rows: 0, proven: 0 })[0]).toBe('The audit holds no entry yet.');
  expect(verifyLines({ ...report, ok: false, erased: 2 })).toContain('Of 2 entries of 1,217 the content is gone.');
});

it('tells of every restore, erasure, rule and clock, each time', () => {
  const at = '2026-07-10T13:00:00Z';
  const told = { seq: 9, at, by: 'cli:anna' };
  const rule = { module: 'duties', from: '2026-06-01', months: 84, source: 'force policy 12' } as const;
  const lines = verifyLines({
    ...report,
    restores: [{ ...told, reason: 'the disk failed', head: 'camden.json', from: 6, to: 10 }],
    adoptions: [{ ...told, rules: [rule, { ...rule, months: null }] }],
    erasures: [{ ...told, entries: 2, module: 'users', until: '2024-07-10T13:00:00Z', months: 24, source: 'guidance' }],
    setBack: [{ seq: 7, from: '2026-07-11T13:00:00Z', to: at }],
  });
  expect(lines.slice(1, -2)).toEqual([
    'ENTRIES 6 to 10 of camden.json WERE ABANDONED by a restore, as cli:anna said at 14:00 on 2026-07-10: the disk failed',
    'At 14:00 on 2026-07-10 cli:anna adopted the rule that duties is kept 84 months from 2026-06-01 on (force policy 12).',
    'At 14:00 on 2026-07-10 cli:anna adopted the rule that duties is kept for ever from 2026-06-01 on (force policy 12).',
    'At 14:00 on 2026-07-10 cli:anna erased 2 entries of users from before 14:00 on 2024-07-10, kept 24 months (guidance).',
    'A clock was set back before entry 7, from 14:00 on 2026-07-11 to 14:00 on 2026-07-10.',
  ]);
});
