import { describe, expect, it } from 'vitest';
import { judgeClaim } from './judge-claim.ts';
import type { ClaimBinding, ClaimFigures, ClaimKind } from './model.ts';
import { sayStands } from './say-stands.ts';

interface Case {
  printed: string | null;
  made: readonly [number, number | null];
  now: readonly [number, number | null];
  kind?: ClaimKind;
  sameSource?: boolean;
}

/** How a claim that its own printed counts bear out stands by the figures of March 2026. */
function stands({ printed, made, now, kind = 'percentage change', sameSource = true }: Case) {
  const binding: ClaimBinding = {
    ...{ measure: 'residential-burglary', of: null, area: 'E09000019', period: '2023-24', against: '2022-23' },
    ...{ printed, counts: { current: made[0], previous: made[1] } },
  };
  const claim = { kind, vintage: null, binding };
  const today: ClaimFigures = { vintage: 'March 2026', current: now[0], previous: now[1], days: [366, 365] };
  const held = { sameSource, least: 20 };
  const finding = judgeClaim(claim, { ...held, today, others: [], lacking: 'None' });
  return { because: finding.because, words: sayStands({ ...held, claim, finding }) };
}

describe('how far a claim is from what today’s figures give', () => {
  it.each<[string, Case, string]>([
    [
      'revised slightly',
      { printed: '-0.7%', made: [1390, 1400], now: [1389, 1400] },
      'Supported when made; revised slightly since: printed −0.7%, now −0.8%, the same direction',
    ],
    [
      'revised further',
      { printed: '-5.7%', made: [1004, 1065], now: [1040, 1065] },
      'Supported when made; revised since: printed −5.7%, now −2.3%, the same direction',
    ],
    [
      'reversed, however little',
      { printed: '-0.7%', made: [1390, 1400], now: [1403, 1400] },
      'Supported when made, reversed since: printed −0.7%, now +0.2%',
    ],
    [
      'neither',
      { printed: '-0.7%', made: [1390, 1400], now: [1400, 1400] },
      'Supported when made; revised slightly since: printed −0.7%, now 0.0%, neither more nor fewer',
    ],
    [
      'a count',
      { kind: 'count', printed: '1,004', made: [1004, null], now: [1010, null] },
      'Supported when made; revised since: printed 1,004, now 1,010',
    ],
    [
      'a baseline',
      { kind: 'lower than a baseline', printed: null, made: [90, 100], now: [110, 100] },
      'Supported when made, reversed since',
    ],
  ])('%s', (_, asked, words) => expect(stands(asked).words).toBe(words));

  it('calls no figures of another source a revision', () => {
    const { words, because } = stands({ printed: '-9.5%', made: [616, 681], now: [616, 588], sameSource: false });
    expect(words).toBe('Supported when made, reversed by figures of another file: printed −9.5%, now +4.8%');
    expect(because).toContain('616 against 588, +4.8%');
    expect(because).toContain('They come from another file, so the difference need be no revision.');
    expect(because).not.toContain('revised');
  });

  it('gives right arithmetic on too few counts no percentage of ours', () => {
    const { words, because } = stands({ printed: '-68.8%', made: [5, 16], now: [5, 16] });
    expect(words).toBe('The arithmetic is right, but the counts are too few for a percentage');
    expect(because).not.toContain('%');
    expect(stands({ printed: '-68.8%', made: [5, 16], now: [6, 16] }).words).toBe(
      'Supported when made; revised since: printed −68.8%, now 6 against 16; the counts are too few for a percentage',
    );
  });
});
