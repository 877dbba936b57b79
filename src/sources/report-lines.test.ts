import { expect, it } from 'vitest';
import type { ImportedFile, ImportReport } from './model.ts';
import { importLines, revertLines } from './report-lines.ts';

const file: ImportedFile = {
  id: '7',
  file: 'recent.csv',
  sha256: 'x',
  recognisedAs: 'MPS ward-level monthly crime',
  kind: 'mps-ward',
  rowsRead: 18_690,
  rowsUsed: 18_688,
  refused: [{ reason: 'a month has no value', count: 2 }],
  notices: [],
  supersededMonths: [{ month: '2024-02', total: 40, by: 'history.csv', byTotal: 73_652 }],
  from: '2024-02',
  to: '2026-02',
  unchanged: false,
};

function report(other: Partial<ImportReport>): ImportReport {
  return {
    vintage: 'March',
    dryRun: false,
    boundaryVersions: [],
    imports: [file],
    refusedFiles: [],
    changes: null,
    ...other,
  };
}

it('says what was read, what was left out and why, and which months another file gives', () => {
  expect(importLines(report({}))).toEqual([
    'recent.csv: MPS ward-level monthly crime (import 7)',
    '  18,690 rows read, 18,688 used, February 2024 to February 2026',
    '  2 left out: a month has no value',
    '  February 2024 is taken from history.csv instead: 73,652 against 40 here',
    '',
    'One file imported as the vintage "March".',
  ]);
});

it('says that a dry run and a file held already change nothing', () => {
  expect(importLines(report({ dryRun: true })).at(-1)).toContain('Nothing was changed: this was a dry run.');
  const held = importLines(report({ imports: [{ ...file, unchanged: true }] }));
  expect(held[0]).toContain('held already');
  expect(held.at(-1)).toBe('Nothing was changed: everything is held already.');
});

it('names what was taken back', () => {
  const reverted = [{ id: '7', file: 'recent.csv', vintage: 'March', recognisedAs: '' }];
  expect(revertLines({ reverted, notices: ['Mind this.'] })).toEqual([
    'Taken back: recent.csv (import 7, vintage "March").',
    'Mind this.',
  ]);
});
