import { describe, expect, it } from 'vitest';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { normal, seededRandom } from '../../lib/statistics/random.ts';
import type { Charter } from '../model.ts';
import type { AreaFigures } from '../panel/model.ts';
import type { EvaluationInput } from '../run/model.ts';
import { powerLines } from './power-lines.ts';
import { powerOfCharter } from './power-of-charter.ts';

const FROM: Month = '2026-04';
const AREAS = Array.from({ length: 12 }, (_, at) => ({ code: `E090000${10 + at}`, name: `Area ${at}` }));

const charter: Charter = {
  ...CHARTER,
  treated: [{ name: 'One', areas: ['E09000010'], start: '2029-04', transitionMonths: 0 }],
  outcomes: [
    { measure: 'burglary', role: 'primary', scale: 'log', minimumEffectPercent: 40, harmBoundPercent: 2 },
    { measure: 'robbery', role: 'context', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
  ],
  chosenForBeingHigh: [],
  comparison: { ...CHARTER.comparison, excluded: [] },
  ...{ preFrom: FROM, end: '2030-03', looks: ['2029-09', '2030-03'], estimator: 'did' },
  stopRule: { ...CHARTER.stopRule, harmRate: 0.2, benefitRate: 0.2 },
};

/** Counts about 200 that scatter by a twentieth. */
function figures(months: number): AreaFigures[] {
  const random = seededRandom(7);
  return AREAS.map(({ code }) => ({
    ...{ measure: 'burglary', area: code, firstMonth: FROM },
    values: Array.from({ length: months }, () => Math.round(200 * Math.exp(0.05 * normal(random)))),
  }));
}

const input = (given: readonly AreaFigures[], changes: Partial<Charter> = {}): EvaluationInput => ({
  shown: {
    charter: { ...charter, ...changes },
    ...{ hash: '0'.repeat(64), standing: 'file', signatures: [], amendments: [] },
  },
  ...{ areas: AREAS, borders: [], figures: given, guardFigures: [], until: null },
  source: { vintage: 'made up', files: ['a.csv'], synthetic: true },
  versions: { wardroom: '0', node: '0', seed: 1 },
});

describe('what a pilot could see', () => {
  const powers = powerOfCharter(input(figures(36)));
  const [burglary] = powers;
  const twelve = burglary?.lengths.find(({ months }) => months === 12);

  it('is said of outcomes that count, for each length that the months allow', () => {
    expect(powers.map(({ measure }) => measure)).toEqual(['burglary']);
    expect(burglary?.lengths.map(({ months, refused }) => [months, refused === null])).toEqual([
      ...[
        [3, true],
        [6, true],
        [12, true],
        [24, true],
      ],
    ]);
    expect(burglary?.tried).toBe('Tried on the months from April 2026 to March 2029.');
  });

  it('comes with the chances of the charter’s own bounds, and a warning of one that is missed', () => {
    expect(twelve?.chanceOfMinimumEffect).toBe(1);
    expect(twelve?.chanceOfHarmBound).toBeLessThan(0.5);
    expect(burglary?.warnings).toEqual([
      expect.stringMatching(
        /^This pilot would probably miss the harm that the charter says must not go unseen: a worsening of 2% is called with a chance of (\d+|less than 1) in 100 in 12 months\.$/,
      ),
    ]);
  });

  it('is smaller of longer pilots', () => {
    const worse = burglary?.lengths.map(({ once }) => once?.worse ?? Number.NaN) ?? [];
    expect(worse[2]).toBeLessThan(worse[0] ?? 0);
    expect(worse[0]).toBeLessThan(20);
    expect(worse[2]).toBeGreaterThan(1);
  });

  it('does not hang on months after the start', () => {
    expect(
      powerOfCharter(
        input(
          figures(48).map((each, at) => ({
            ...each,
            values: [...(figures(36)[at]?.values ?? []), ...Array(12).fill(9_999)],
          })),
        ),
      ),
    ).toEqual(powers);
  });

  it('of a start that lies ahead is tried on the last months that are held', () => {
    const [ahead] = powerOfCharter(input(figures(27)));
    expect(ahead?.tried).toBe('Tried on the months from April 2026 to June 2028, 9 months before the start.');
    expect(ahead?.lengths.map(({ refused }) => refused === null)).toEqual([true, true, true, false]);
  });

  it('is refused once for figures that are not held', () => {
    const [none] = powerOfCharter(input([]));
    expect(none).toMatchObject({ lengths: [], tried: '', refused: expect.stringMatching(/^No figures of burglary/) });
    const lines = powerLines(
      charter,
      [none, none].flatMap((each) => each ?? []),
    );
    expect(lines.filter((line) => line.startsWith('No figures of burglary'))).toHaveLength(1);
  });

  it('is told on a terminal, length by length, with what would be missed', () => {
    const lines = powerLines(charter, powers);
    expect(lines[0]).toBe(charter.title);
    expect(lines).toContain('Tried on the months from April 2026 to March 2029.');
    expect(lines.find((line) => line.startsWith('  12 months:'))).toMatch(
      /by the stop rule \d+% for the worse, \d+% for the better; judged once at the end \d+% for the worse, \d+% for the better\.$/,
    );
    expect(lines).toContain(`  ${burglary?.warnings[0]}`);
    expect(lines.at(-1)).toMatch(/^Burglary, One: in 24 months a worsening of 2% would be called with a chance of/);
  });
});
