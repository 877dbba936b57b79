import { describe, expect, it } from 'vitest';
import { judgeClaim } from './judge-claim.ts';
import type { ClaimBinding, ClaimFigures } from './model.ts';

const BINDING: ClaimBinding = {
  ...{ measure: 'personal-robbery', of: null, area: 'E09000019', period: '2023-24', against: '2022-23' },
  ...{ printed: '-5.7%', counts: null },
};
const CLAIM = { kind: 'percentage change', vintage: null, binding: BINDING } as const;
const figures = (vintage: string, current: number, previous: number | null): ClaimFigures => ({
  ...{ vintage, current, previous },
  days: [366, 365],
});
const made = figures('July 2024', 1004, 1065);
const revised = figures('March 2026', 1010, 1065);
const judged = (
  claim: Parameters<typeof judgeClaim>[0],
  today: ClaimFigures | null,
  others: readonly ClaimFigures[] = [],
) => judgeClaim(claim, { today, others, lacking: 'No figures are held', sameSource: true, least: 20 });

describe('how a claim stands', () => {
  it('is supported where the figures of its vintage and those of today give it', () => {
    const found = judged({ ...CLAIM, vintage: 'July 2024' }, made);
    expect(found.state).toBe('supported');
    expect(found.because).toBe('Figures of July 2024: 1,004 against 1,065, −5.7%.');
  });

  it('is supported when made where a revision no longer gives it, with both values and the vintage', () => {
    const found = judged({ ...CLAIM, vintage: 'July 2024' }, revised, [made]);
    expect(found).toMatchObject({ state: 'supported when made', made, today: revised });
    expect(found.because).toContain('March 2026: 1,010 against 1,065, −5.2%');
    expect(found.because).toContain('July 2024: 1,004 against 1,065, −5.7%');
  });

  it('names a vintage that gives it where it does not say its own', () => {
    expect(judged(CLAIM, revised, [made])).toMatchObject({ state: 'supported when made', made });
    expect(judged(CLAIM, revised)).toMatchObject({ state: 'not supported', made: null });
  });

  it('takes the counts printed beside it as what it was made on', () => {
    const binding = { ...BINDING, counts: { current: 1004, previous: 1065 } };
    const found = judged({ ...CLAIM, binding }, revised);
    expect(found.state).toBe('supported when made');
    expect(found.because).toBe(
      'Figures of March 2026: 1,010 against 1,065, −5.2%. The counts printed beside it: 1,004 against 1,065, −5.7%. The figures were revised since.',
    );
    const wrong = { ...BINDING, counts: { current: 900, previous: 1065 } };
    expect(judged({ ...CLAIM, binding: wrong }, revised).state).toBe('not supported');
    expect(judged({ ...CLAIM, binding }, null).because).toContain('The counts printed beside it');
  });

  it('is supported today only where its own vintage does not give it', () => {
    const other = figures('July 2024', 900, 1065);
    expect(judged({ ...CLAIM, vintage: 'July 2024' }, figures('March 2026', 1004, 1065), [other]).state).toBe(
      'supported today only',
    );
  });

  it('is judged by the figures of today where its vintage is not held, which is said', () => {
    const found = judged({ ...CLAIM, vintage: 'May 2024' }, revised, [made]);
    expect(found.state).toBe('not supported');
    expect(found.because).toContain('Its own vintage, May 2024, is not held.');
  });

  it('cannot be checked without figures, without a number, and on nothing', () => {
    expect(judged(CLAIM, null)).toMatchObject({ state: 'cannot be checked', because: 'No figures are held.' });
    const nearlyAll = { ...CLAIM, kind: 'share', binding: { ...BINDING, printed: 'nearly all' } } as const;
    expect(judged(nearlyAll, made).state).toBe('cannot be checked');
    const ofNothing = judged({ ...CLAIM, vintage: 'July 2024' }, figures('July 2024', 4, 0));
    expect(ofNothing.state).toBe('cannot be checked');
    expect(ofNothing.because).toContain('since that count is 0');
  });

  it('sets a year against a baseline of several by day', () => {
    const lower = { ...CLAIM, kind: 'lower than a baseline', binding: { ...BINDING, printed: null } } as const;
    const homicides: ClaimFigures = { vintage: 'March 2026', current: 110, previous: 360, days: [365, 1095] };
    expect(judged(lower, homicides).state).toBe('supported');
    expect(judged(lower, { ...homicides, current: 121 }).state).toBe('not supported');
    expect(judged(lower, homicides).because).toBe('Figures of March 2026: 110 a year against 120.');
  });

  it('takes "over 500" as a bound, and a share as one', () => {
    const over = { ...CLAIM, kind: 'count', binding: { ...BINDING, printed: 'over 500' } } as const;
    expect(judged(over, figures('March 2026', 501, null)).state).toBe('supported');
    expect(judged(over, figures('March 2026', 500, null)).state).toBe('not supported');
    const share = { ...CLAIM, kind: 'share', binding: { ...BINDING, printed: '90%' } } as const;
    expect(judged(share, figures('March 2026', 179, 200)).state).toBe('supported');
    expect(judged(share, figures('March 2026', 178, 200)).state).toBe('not supported');
  });
});
