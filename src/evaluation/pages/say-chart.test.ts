import { describe, expect, it } from 'vitest';
import { addMonths } from '../../lib/calendar/month.ts';
import type { MonthGap } from '../model.ts';
import { sayChart } from './say-chart.ts';

const months = (percents: readonly number[], nine: MonthGap['nine'] = [-20, 20]): MonthGap[] =>
  percents.map((percent, at) => ({ month: addMonths('2017-01', at), percent, half: null, nine }));
const said = (percents: readonly number[], nine?: MonthGap['nine']) =>
  sayChart({
    ...{ title: 'Robbery', months: months(percents, nine) },
    judged: { from: '2017-01', to: addMonths('2017-01', percents.length - 1), months: percents.length },
  });

describe('the title of a gap chart', () => {
  it.each([
    [[0, 5, 40, 50, 60], 'From March 2017 robbery lay above what most other groups show'],
    [[0, 5, -40, -50, -60], 'From March 2017 robbery lay below what most other groups show'],
    [[30, 40, 50], 'In every month after the start robbery lay above what most other groups show'],
    [[0, 40, 0, 50], 'In 2 months of 4 after the start robbery lay outside what most other groups show'],
    [[0, 1, 2], 'In each month after the start robbery lay where most other groups do'],
  ])('of %j is "%s"', (percents, words) => expect(said(percents)).toBe(words));

  it('says what keeps it from being said', () => {
    expect(said([40, 50, 60], null)).toBe('Robbery: other groups are too few to draw a band');
    expect(sayChart({ title: 'Robbery', months: months([0]), judged: null })).toContain('no months after it yet');
  });
});
