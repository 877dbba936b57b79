import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImprovementDirection, JudgedPoint } from './model.ts';
import { xmrChart } from './xmr-chart.ts';

/** Cases computed in R by the NHS-R community's own package; not shipped with Wardroom. */
const FILE = new URL('../../../../../shared/reference/nhsr_xmr/expected.json', import.meta.url);

interface Case {
  id: string;
  y: number[];
  improvement_direction: ImprovementDirection;
  screen_outliers: boolean;
  rebase_at: number[];
  fix_after_n: number | null;
  mean: number[];
  lpl: number[];
  upl: number[];
  special_cause: string[];
  point_type: string[];
}

/** A mark in the words of the reference. */
function special({ mark }: JudgedPoint): string {
  if (mark === null) return 'Common Cause';
  const up = mark.way === 'up';
  if (mark.cause === 'outside limits') return up ? 'Above UCL' : 'Below LCL';
  if (mark.cause === 'trend') return `7 Point Trend (${up ? 'Increasing' : 'Decreasing'})`;
  return `${mark.cause === 'shift' ? '7 Points' : '2 in 3'} ${up ? 'Above' : 'Below'} CL`;
}

const cases: Case[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')).cases : [];

describe.skipIf(cases.length === 0)('the reference of the NHS-R community', () => {
  it.each(cases)('$id: the same lines, causes and point types', (each) => {
    const chart = xmrChart(each.y, {
      screenOutliers: each.screen_outliers,
      stepsAt: each.rebase_at.map((at) => at - 1),
      holdAfter: each.fix_after_n,
      improvement: each.improvement_direction,
    });
    expect(chart).toHaveLength(each.y.length);
    for (const [at, { limits }] of chart.entries()) {
      expect(limits.centre).toBeCloseTo(each.mean[at] ?? Number.NaN, 10);
      expect(limits.lower).toBeCloseTo(each.lpl[at] ?? Number.NaN, 10);
      expect(limits.upper).toBeCloseTo(each.upl[at] ?? Number.NaN, 10);
    }
    expect(chart.map(special)).toEqual(each.special_cause);
    expect(chart.map(({ type }) => (type === 'common cause' ? type : `special ${type}`))).toEqual(
      each.point_type.map((type) => type.replace('special_cause', 'special').replaceAll('_', ' ')),
    );
  });
});
