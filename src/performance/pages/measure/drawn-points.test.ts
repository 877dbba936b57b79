import { expect, test } from 'vitest';
import type { ChartPoint, ChartSegment } from '../../charts/model.ts';
import { drawnPoints, drawnStretches } from './drawn-points.ts';

const lines = { centre: 10, lower: 4, upper: 16, upperTwoThirds: 14, lowerTwoThirds: 6, wideLower: 1, wideUpper: 19 };
const points = (['2024-01', '2024-02', '2024-03', '2024-04'] as const).map(
  (month, at): ChartPoint => ({
    ...{
      month,
      value: at + 5,
      recorded: at + 5,
      monthFactor: null,
      baseline: at < 2,
      judged: true,
      doubtful: at === 1,
    },
    ...{ lines, mark: at < 2 ? null : { cause: 'shift', way: 'up' }, type: 'concern', clear: at === 3 },
  }),
);
const segment = (from: ChartSegment['from'], baselineTo: ChartSegment['from']): ChartSegment => ({
  ...{ from, to: '2024-04', lines, because: null },
  baseline: { from, to: baselineTo, points: 2 },
});

test('a mark is clear only outside the wider limits', () => {
  expect(drawnPoints({ points }).map(({ special }) => special)).toEqual([null, null, 'maybe', 'clear']);
  expect(drawnPoints({ points })[1]).toMatchObject({ doubtful: true, lines: { average: 10, lower: 4, upper: 16 } });
});

test('the baseline ends where later points are judged by it, and a step change begins a stretch', () => {
  expect(drawnStretches({ points, segments: [segment('2024-01', '2024-02')] })).toEqual({ steps: [], baselineEnd: 1 });
  expect(drawnStretches({ points, segments: [segment('2024-01', '2024-04')] }).baselineEnd).toBeNull();
  const changed = drawnStretches({ points, segments: [segment('2024-01', '2024-02'), segment('2024-03', '2024-04')] });
  expect(changed).toEqual({ steps: [{ at: 2, label: 'step change' }], baselineEnd: null });
});
