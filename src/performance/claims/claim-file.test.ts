import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactFigure } from './claim-figure.ts';
import { readClaimFile } from './claim-file.ts';
import { claimProblems } from './claim-problems.ts';
import { claimPeriods } from './claim-spans.ts';
import { givesPrinted, printedValue } from './printed-value.ts';

const read = (name: string) => readClaimFile(readFileSync(`examples/claims/${name}`, 'utf8'), name);

describe('the files of claims that come with Wardroom', () => {
  it.each(readdirSync('examples/claims'))('%s could be entered as it is', (name) => {
    const found = read(name);
    expect(found.kind).toBe('claims');
    if (found.kind !== 'claims') return;
    for (const claim of found.claims) {
      expect(claimProblems(claim, '2026-03-10').filter((problem) => problem !== null)).toEqual([]);
      if (claim.binding === null) continue;
      expect(claimPeriods({ ...claim, binding: claim.binding }, '2026-03-10')).toMatchObject({ kind: 'periods' });
    }
  });

  it('holds twelve percentages, each of which its own counts give', () => {
    const found = read('islington-2024-07.json');
    const claims = found.kind === 'claims' ? found.claims : [];
    expect(claims).toHaveLength(12);
    for (const { kind, binding } of claims) {
      const counts = binding?.counts ?? { current: 0, previous: 0 };
      const figure = exactFigure(kind, { vintage: '', ...counts, days: [366, 365] });
      const printed = printedValue(binding?.printed ?? '');
      expect(figure !== null && printed !== null && givesPrinted(figure, printed)).toBe(true);
    }
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['{', 'no JSON'],
    ['{"title": "A", "claims": []}', 'at claims'],
    ['{"title": "A", "claims": [{"words": "A", "saidBy": "B", "document": "C", "kind": "wish"}]}', 'at claims.0.kind'],
    [
      '{"title": "A", "claims": [{"words": "A", "saidBy": "B", "document": "C", "kind": "narrative", "said": "x"}]}',
      'at claims.0',
    ],
  ])('%s is said to be none, and where', (content, words) => {
    const found = readClaimFile(content, 'claims.json');
    expect(found).toMatchObject({ kind: 'refused', because: expect.stringContaining(words) });
  });
});
