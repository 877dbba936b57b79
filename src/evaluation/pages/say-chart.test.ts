import { describe, expect, it } from 'vitest';
import { addMonths } from '../../lib/calendar/month.ts';
import type { MonthGap } from '../model.ts';
import { sayChart } from './say-chart.ts';

const months = (percents: readonly number[], nine: MonthGap['nine'] = [-20, 20]): MonthGap[] =>
  percents.map((percent, at) => ({ month: addMonths('2017-01', at), percent, half: null, nine }));
const said = (percents: readonly number[], nine?: MonthGap['nine']) => {
  const judged = { from: '2017-01', to: addMonths('2017-01', percents.length - 1), months: percents.length } as const;
  return sayChart({ title: 'Robbery', months: months(percents, nine), judged }, 'pairs');
};

describe('the title of a gap chart', () => {
  it.each([
    [[0, 5, 40, 50, 60], 'From March 2017 robbery was above what nine in ten other pairs show'],
    [[0, 5, -40, -50, -60], 'From March 2017 robbery was below what nine in ten other pairs show'],
    [[30, 40, 50], 'In all 3 months robbery was above what nine in ten other pairs show'],
    [[0, 40, 0, 50], 'In 2 of 4 months robbery was above what nine in ten other pairs show'],
    [[0, -40, 0, -50], 'In 2 of 4 months robbery was below what nine in ten other pairs show'],
    [[40, 0, -30, 50], 'In 2 of 4 months robbery was above, and in 1 below, what nine in ten other pairs show'],
    [[0, 1, 2], 'Robbery was within what nine in ten other pairs show in each of 3 months'],
  ])('of %j is "%s"', (percents, words) => expect(said(percents)).toBe(words));

  it('says what keeps it from being said', () => {
    expect(said([40, 50, 60], null)).toBe('Robbery: other pairs are too few to draw a band');
    expect(sayChart({ title: 'Robbery', months: months([0]), judged: null }, 'pairs')).toContain(
      'no months after it yet',
    );
  });
});
