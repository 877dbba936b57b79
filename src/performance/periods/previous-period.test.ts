import { describe, expect, it } from 'vitest';
import { makePeriod } from './make-period.ts';
import { againstPeriod } from './previous-period.ts';
import { areAlike, sameLength, sayDifferences } from './say-differences.ts';

const year = makePeriod('2023-04', '2024-03');
const against = (current: ReturnType<typeof makePeriod>, text: string | null, asAt = '2026-03-10') => {
  const found = againstPeriod(current, text, asAt);
  return found.kind === 'refused' ? found.because : `${found.periods.previous.from}..${found.periods.previous.to}`;
};

describe('what a period is compared with', () => {
  it('is the same months a year before, or as many years as leave no month in both', () => {
    expect(against(year, null)).toBe('2022-04..2023-03');
    expect(against(makePeriod('2023-04', '2023-12'), '')).toBe('2022-04..2022-12');
    expect(against(makePeriod('2022-04', '2024-03'), null)).toBe('2020-04..2022-03');
    expect(against(makePeriod('2022-04', '2023-06'), null)).toBe('2020-04..2021-06');
  });

  it('is any other period, before or after', () => {
    expect(against(year, '2018-19')).toBe('2018-04..2019-03');
    expect(against(year, '2024-25')).toBe('2024-04..2025-03');
  });

  it('may be the same months as they last were before the pandemic', () => {
    expect(against(year, 'baseline:pre-pandemic')).toBe('2018-04..2019-03');
    expect(against(makePeriod('2023-04', '2023-12'), 'baseline: Pre Pandemic')).toBe('2019-04..2019-12');
    expect(against(makePeriod('2024-01', '2024-03'), 'baseline:pre-pandemic')).toBe('2019-01..2019-03');
    expect(against(makePeriod('2024-01', '2024-02'), 'baseline:pre-pandemic')).toBe('2020-01..2020-02');
    expect(against(makePeriod('2019-03', '2020-02'), 'baseline:pre-pandemic')).toContain('choose a later period');
    expect(against(year, 'baseline:olympics')).toContain('baseline:pre-pandemic');
    expect(against(year, 'baseline:pre-pandemic', '2019-12-31'), 'nobody knew of it').toContain('There is no baseline');
  });

  it('never has a month in common with it', () => {
    for (const text of ['2023-24', '2024-03..2025-02', '2022-01..2023-04', '2023-06..2023-06', '2020-01..2026-01'])
      expect(against(year, text), text).toMatch(/^The two periods overlap/);
  });

  it('needs its last month where it counts to one', () => {
    expect(against(year, 'rolling12')).toContain('rolling12:');
    expect(against(year, 'nonsense')).toContain('is not a period');
  });
});

describe('what makes two periods unlike each other', () => {
  const say = (current: typeof year, previous: typeof year) => sayDifferences({ current, previous }).join(' ');

  it('is said of lengths, seasons and the leap day, and of nothing else', () => {
    expect(say(year, makePeriod('2022-04', '2023-03'))).toContain('366 and 365 days');
    expect(say(makePeriod('2022-04', '2023-03'), makePeriod('2021-04', '2022-03'))).toBe('');
    expect(say(year, makePeriod('2022-07', '2023-03'))).toContain('different lengths (366 and 274 days)');
    expect(say(makePeriod('2023-10', '2024-03'), makePeriod('2023-04', '2023-09'))).toContain('a season');
    expect(say(year, makePeriod('2022-01', '2022-12')), 'whole years have every season').not.toContain('a season');
  });

  it('is season too where lengths differ', () => {
    const said = say(makePeriod('2023-06', '2023-08'), makePeriod('2022-04', '2023-03'));
    expect(said).toContain('what a season brings counts as change');
    expect(said).toContain('different lengths (92 and 365 days)');
    expect(say(makePeriod('2022-04', '2024-03'), makePeriod('2021-04', '2022-03'))).not.toContain('a season');
  });

  it('is their order, where the later one is compared with', () => {
    expect(say(makePeriod('2022-04', '2023-03'), makePeriod('2023-04', '2024-03'))).toContain(
      'compared with a later time',
    );
    expect(say(makePeriod('2023-04', '2024-03'), makePeriod('2022-04', '2023-03'))).not.toContain('later time');
  });

  it('leaves them alike where lengths and months of the year are the same', () => {
    const alike = (current: typeof year, previous: typeof year) => areAlike({ current, previous });
    expect(alike(year, makePeriod('2021-04', '2022-03'))).toBe(true);
    expect(alike(year, makePeriod('2022-01', '2022-12'))).toBe(true);
    expect(alike(year, makePeriod('2021-04', '2023-03'))).toBe(false);
    expect(alike(makePeriod('2023-06', '2023-08'), makePeriod('2023-03', '2023-05'))).toBe(false);
  });

  it('is of length by months, not by days', () => {
    expect(sameLength({ current: year, previous: makePeriod('2022-04', '2023-03') })).toBe(true);
    expect(sameLength({ current: year, previous: makePeriod('2022-05', '2023-03') })).toBe(false);
  });
});
