import { describe, expect, it } from 'vitest';
import { type EstimateAsked, estimateFile } from './estimate-file.ts';

const ASKED: EstimateAsked = {
  ...{ columns: { unit: 'area', time: 'month', outcome: 'crimes' }, treated: ['Aton'] },
  ...{ start: '2016-07', method: 'did', mode: 'exact' },
};
const MONTHS = Array.from({ length: 9 }, (_, at) => `2016-0${at + 1}`);
const UNITS = ['Aton', 'Bton', 'Cton', 'Dton'];

/** A line for each area and month: they move together, and Aton by 6 more from July on. */
const LINES = UNITS.flatMap((unit, place) =>
  MONTHS.map(
    (month, at) => `${unit},${month},${10 * place + ((at * (place + 2)) % 3) + (place === 0 && at >= 6 ? 6 : 0)}`,
  ),
);
const text = (lines: readonly string[]) => ['area,month,crimes', ...lines].join('\n');
const because = (lines: readonly string[], changes: Partial<EstimateAsked> = {}) => {
  const answer = estimateFile(text(lines), { ...ASKED, ...changes });
  return answer.kind === 'refused' ? answer.because : null;
};

describe('a table is estimated', () => {
  it('whatever the order of its lines and what parts its fields', () => {
    const one = estimateFile(text(LINES), ASKED);
    const other = estimateFile(text(LINES.toReversed()).replaceAll(',', ';'), ASKED);
    expect(one.kind === 'estimated' && one.estimate).toBeCloseTo(6, 9);
    expect(other.kind === 'estimated' && other.estimate).toBeCloseTo(6, 9);
  });

  it('with several treated units averaged', () => {
    const both = estimateFile(text(LINES), { ...ASKED, treated: ['Aton', 'Bton'] });
    expect(both.kind === 'estimated' && both.estimate).toBeCloseTo(3, 9);
  });
});

describe('a table is refused', () => {
  const without = (line: string) => LINES.filter((each) => !each.startsWith(line));

  it('for a gap, by unit and month', () => {
    expect(because(without('Cton,2016-03'))).toMatch(/^Cton has no value for 2016-03, and gaps are not bridged/);
  });

  it('for a month that every unit lacks', () => {
    expect(because(LINES.filter((line) => !line.includes('2016-04')))).toMatch(/^No unit has a value for 2016-04/);
  });

  it.each([
    ['0001-01', '9999-12', '0001-02'],
    ['0001', '9999', '0002'],
    ['000101', '999912', '000102'],
    ['2016-12', '2017-02', '2017-01'],
  ])('for the first time lacking from %s to %s, at once', (first, last, lacking) => {
    const ends = UNITS.flatMap((unit) => [`${unit},${first},1`, `${unit},${last},2`]);
    expect(because(ends)).toMatch(new RegExp(`^No unit has a value for ${lacking} in month`));
  });

  it('never for the last month and year that can be written', () => {
    const lastOf = (time: string) =>
      because(
        LINES.map((line) => line.replace(/2016-0(\d)/, (_, at) => time + at)),
        { start: `${time}7` },
      );
    expect([lastOf('999'), lastOf('9999-0')]).toEqual([null, null]);
  });

  it('for a start it has not, with its first and last time', () => {
    expect(because(LINES, { start: '2026-07' })).toBe(
      'The file has no time "2026-07": its times go from "2016-01" to "2016-09".',
    );
  });

  it('for a unit and month that come twice, by line', () => {
    expect(because([...LINES, 'Bton,2016-02,3'])).toBe('Line 38 has Bton in 2016-02 a second time: keep one of them.');
  });

  it('for what is no number, by line', () => {
    expect(because(['Aton,2016-01,many', ...LINES.slice(1)])).toMatch(
      /^Line 2 has "many" as crimes, which is no number/,
    );
    expect(because(['Aton,2016-01,', ...LINES.slice(1)])).toMatch(/^Line 2 has "" as crimes/);
    expect(because(['Aton,2016-01,0x1', ...LINES.slice(1)])).toMatch(/^Line 2 has "0x1" as crimes, which is no number/);
    expect(because(['Aton,2016-01,1e400', ...LINES.slice(1)])).toMatch(/^Line 2 has 1e400 as crimes, which is beyond/);
    expect(because([...LINES.slice(0, -1), 'Dton,2016-09,-2e15'])).toMatch(/^Line 37 has -2e15 as crimes/);
  });

  it('for a column it has not, and names those that it has', () => {
    expect(because(LINES, { columns: { unit: 'area', time: 'months', outcome: 'crimes' } })).toBe(
      'The file has no column "months": did you mean "month"? it has "area", "month", "crimes".',
    );
  });

  it('for a unit it has not, with those that may be meant', () => {
    expect(because(LINES, { treated: ['Atn'] })).toMatch(/^The file has no unit "Atn": did you mean "Aton"/);
  });

  it('for fewer than four times before the start', () => {
    expect(because(LINES, { start: '2016-01' })).toMatch(/^None of the times is before the start 2016-01: at least 4/);
    expect(because(LINES, { start: '2016-02' })).toMatch(/^Only 1 of the times is before the start 2016-02/);
    expect(because(LINES, { start: '2016-04' })).toMatch(/^Only 3 of the times are before the start 2016-04/);
  });

  it('for more than can be worked out in a minute, at once', () => {
    const days = Array.from({ length: 4_000 }, (_, day) =>
      UNITS.map((unit, place) => `${unit},${day},${place}`),
    ).flat();
    expect(because(days, { start: '3000', method: 'sdid' })).toMatch(/^4 units, 1 of them treated, and 3,000 times/);
  });
});
