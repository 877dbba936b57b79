import { describe, expect, it } from 'vitest';
import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { buildPanel, type PanelAsked } from './build-panel.ts';
import type { AreaFigures } from './model.ts';

const AREAS = ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, name: `${code}ton` }));
const FROM: Month = '2016-01';

/** Figures of every area from January 2016: area number × 10 + month number. */
function figures(months: number, change: (area: string, at: number) => number | null | undefined = () => undefined) {
  return AREAS.map(
    ({ code }, place): AreaFigures => ({
      ...{ measure: 'robbery', area: code, firstMonth: FROM },
      values: Array.from({ length: months }, (_, at) => {
        const changed = change(code, at);
        return changed === undefined ? 10 * (place + 1) + at : changed;
      }),
    }),
  );
}

const asked = (changes: Partial<PanelAsked> = {}): PanelAsked => ({
  charter: { preFrom: FROM, end: '2016-12' },
  group: { name: 'Aton and Bton', areas: ['A', 'B'], start: '2016-07', transitionMonths: 2 },
  outcome: { measure: 'robbery', scale: 'log' },
  measure: { title: 'Robbery', denominator: 'residents' },
  areas: AREAS,
  comparison: { donors: ['C', 'D', 'E'], adjoining: ['C'], excluded: [] },
  ...{ adjoining: 'kept', figures: figures(12), until: null },
  ...changes,
});

const refusal = (changes: Partial<PanelAsked>) => {
  const answer = buildPanel(asked(changes));
  return answer.kind === 'refused' ? answer.because : null;
};
const panel = (changes: Partial<PanelAsked> = {}) => {
  const answer = buildPanel(asked(changes));
  if (answer.kind === 'refused') throw new Error(answer.because);
  return answer.panel;
};

describe('the panel of an outcome', () => {
  it('leaves out months of transition, and takes the log of the average of areas together', () => {
    const { panel: made, start, comparison, treated } = panel();
    expect(made.times).toEqual([0, 1, 2, 3, 4, 5, 8, 9, 10, 11].map((at) => addMonths(FROM, at)));
    expect([start, treated, made.units.join('')]).toEqual([6, 2, 'ABCDE']);
    expect(comparison.treated[0]).toBeCloseTo(Math.log(15), 12);
    expect(comparison.donors[0]?.[6]).toBeCloseTo(Math.log(38), 12);
  });

  it('has no adjoining areas where they are left out', () => {
    expect(panel({ adjoining: 'left out' }).panel.units).toEqual(['A', 'B', 'D', 'E']);
  });

  it('ends with the figures, the pilot or the month that is asked for, whichever comes first', () => {
    expect(panel({ figures: figures(10) }).panel.times.at(-1)).toBe('2016-10');
    expect(panel({ figures: figures(40) }).panel.times.at(-1)).toBe('2016-12');
    expect(panel({ until: '2016-09' }).panel.times.at(-1)).toBe('2016-09');
  });

  it('names comparison areas of which nothing is held, and goes on without them', () => {
    const made = panel({ figures: figures(12, (area) => (area === 'D' ? null : undefined)) });
    expect(made.panel.units).toEqual(['A', 'B', 'C', 'E']);
    expect(made.withoutFigures).toEqual(['D']);
  });

  it('makes rates per 1,000 of the last residents counted before the start', () => {
    const residents = AREAS.map(
      ({ code }): AreaFigures => ({
        ...{ measure: 'residents', area: code, firstMonth: '2011-03' },
        values: Array.from({ length: monthsBetween('2011-03', '2021-03') + 1 }, (_, at) =>
          at === 0 ? 2000 : at === 120 ? 9000 : null,
        ),
      }),
    );
    const made = panel({ outcome: { measure: 'robbery', scale: 'rate' }, figures: [...figures(12), ...residents] });
    expect(made.comparison.treated[0]).toBeCloseTo(7.5, 12);
  });
});

describe('a panel is refused', () => {
  it('for a gap, by month and area', () => {
    const gap = figures(12, (area, at) => (area === 'D' && at === 3 ? null : undefined));
    expect(refusal({ figures: gap })).toBe(
      'There is no figure of robbery in Dton for April 2016, and gaps are not bridged: import a file that has it, or leave out the area with a reason.',
    );
  });

  it('for a month that is not given out, as such', () => {
    const gap = figures(12, (area, at) => (area === 'D' && at === 3 ? null : undefined));
    const hidden = gap.map((each) => (each.area === 'D' ? { ...each, hidden: ['2016-04' as Month] } : each));
    expect(refusal({ figures: hidden })).toMatch(/^The figure of robbery in Dton for April 2016 is not given out/);
  });

  it('not for a gap within the transition', () => {
    expect(refusal({ figures: figures(12, (_, at) => (at === 7 ? null : undefined)) })).toBeNull();
  });

  it('for fewer than four months before the start', () => {
    expect(refusal({ charter: { preFrom: '2016-04', end: '2016-12' } })).toMatch(
      /^Only 3 months stand before the start/,
    );
    expect(refusal({ charter: { preFrom: '2016-03', end: '2016-12' } })).toBeNull();
  });

  it('where nothing is held after the start yet', () => {
    expect(refusal({ figures: figures(8) })).toBe(
      'There are no figures of Aton and Bton from September 2016 on: the latest are of August 2016.',
    );
  });

  it('for a log of zero, and tells what to write instead', () => {
    expect(refusal({ figures: figures(12, (area, at) => (area === 'E' && at === 1 ? 0 : undefined)) })).toBe(
      'Eton had no robbery in February 2016, and no log can be taken of zero: write "rate" as the scale of this outcome.',
    );
  });

  it('for a rate without residents', () => {
    expect(refusal({ outcome: { measure: 'robbery', scale: 'rate' } })).toMatch(/^No residents are held for Aton/);
  });
});
