import { describe, expect, it } from 'vitest';
import { displacementByLot } from './displacement-by-lot.ts';
import { type DisplacementAsked, testDisplacement } from './test-displacement.ts';

const AREAS = Array.from({ length: 24 }, (_, at) => ({ code: `E${String(at).padStart(8, '0')}`, name: `Area ${at}` }));
const BEFORE = 6;
const AFTER = 4;

/** A ring of areas; the first is treated, and so has the second and the last beside it. */
function ring(treated: number, nearby: number): DisplacementAsked {
  const factor = (at: number) => (at === 0 ? treated : at === 1 || at === 23 ? nearby : 1 + (at % 5) / 100);
  const counts = AREAS.map((_, at) => [...Array(BEFORE).fill(200), ...Array(AFTER).fill(100 * factor(at))]);
  const times = counts[0]?.map((_, at) => `2020-${at + 1}`) ?? [];
  return {
    ...{ group: 'Area 0', measure: 'burglary', title: 'Burglary', areas: AREAS, seed: 1 },
    panel: { panel: { units: AREAS.map(({ code }) => code), times, values: [] }, treated: 1, start: BEFORE, counts },
    borders: AREAS.map(({ code }, at) => [code, AREAS[(at + 1) % AREAS.length]?.code ?? ''] as const),
  };
}

describe('displacement', () => {
  it('counts crimes a month beside what the areas beyond suggest', () => {
    const found = testDisplacement(ring(0.5, 1.5));
    expect(found?.neighbours).toEqual(['E00000001', 'E00000023']);
    // Beyond, half as many and two in a hundred more: 102 where there were 200.
    expect(found?.nearby.difference).toBeCloseTo(2 * (150 - 101.9), 0);
    expect(found?.difference).toBeCloseTo(50 + 300 - 3 * 101.9, 0);
    expect(found?.groups).toBe(24);
    expect(found?.nearby.pValue).toBe(1 / 24);
    expect(found?.nearby.interval.low).toBeGreaterThan(0);
  });

  it('gives the ends of a range in crimes as the logs behind them do, none more than there was', () => {
    // Next door 300 a month were recorded: without a change of c in logs, 300·e^−c.
    const { counts, start, treated } = ring(0.5, 1.5).panel;
    const { low, high } = testDisplacement(ring(0.5, 1.5))?.nearby.interval ?? { low: Number.NaN, high: Number.NaN };
    const asLogs = displacementByLot(
      {
        counts: counts.map((each) => [each[start - 1] ?? 0, each[start] ?? 0] as const),
        pairs: counts.map((_, at) => [at, (at + 1) % counts.length] as const),
      },
      [treated - 1],
      'nearby',
      1,
    )?.interval;
    expect(low).toBeCloseTo(300 - 300 * Math.exp(-(asLogs?.low ?? 0)), 6);
    expect(high).toBeCloseTo(300 - 300 * Math.exp(-(asLogs?.high ?? 0)), 6);
    expect(high).toBeLessThan(300);
  });

  it('says what moved next door, and that the published range is too narrow', () => {
    expect(testDisplacement(ring(0.5, 1.5))?.because).toMatch(
      /^In Area 1 and Area 23, next door, the months after the start had about 96 more burglaries a month than the other areas suggest \(95.8% range: \d+ more to \d+ more\); some of what went may have moved there\. Pilot areas and neighbours together had about \S+ more \(.+\)\. By chance alone, .+ too narrow for recorded crime\.$/,
    );
    expect(testDisplacement(ring(0.5, 0.6))?.because).toContain('; so the fall did not end at the border.');
    expect(testDisplacement(ring(1.8, 1.6))?.because).toContain('; so what happened did not end at the border.');
    expect(testDisplacement(ring(1.8, 0.6))?.because).toContain('; some of what rose in the pilot areas may have come');
  });

  it('never says that nothing moved', () => {
    const because = testDisplacement(ring(0.5, 1.02))?.because ?? '';
    expect(because).toContain('whether any moved next door or stayed away from there cannot be told from this');
    expect(because).not.toMatch(/no (effect|displacement|change)/i);
  });

  it('has no answer without neighbours, or where an area has no crime to compare', () => {
    expect(testDisplacement({ ...ring(0.5, 1), borders: [] })).toBeNull();
    expect(testDisplacement(ring(0, 1))).toBeNull();
  });
});
