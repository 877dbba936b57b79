import { describe, expect, it } from 'vitest';
import { CHARTS_A_NODE, FIGURES } from './false-alarm-figures.ts';
import { allNodes, HORIZONS, readAlarms } from './false-alarm-table.ts';
import { falseAlarms } from './false-alarms.ts';
import { monthsAlike } from './months-alike.ts';
import { simulateNode } from './simulate-node.ts';
import { relativeVariance, skewnessOf } from './unchanging-months.ts';
import { skewedReach, unskewedReach } from './wider-limits.ts';

const asked = (more = {}) => ({
  ...{ baseline: 24, seasonYears: 0, judged: 36, mean: 60 },
  scatter: { relativeVariance: 0.05, autocorrelation: 0.3, error: 0.08, months: 144 },
  ...more,
});
const alarms = (more = {}) => falseAlarms(asked(more), new Map());

describe('false alarms of charts of single values', () => {
  it('are kept as they were simulated: a few points of the grid, drawn anew from other seeds', () => {
    const nodes = allNodes();
    expect(FIGURES).toHaveLength(nodes.length * HORIZONS.length * 6);
    const charts = 1000;
    for (const number of [380, 1031, 1500]) {
      const node = nodes[number];
      if (node === undefined) throw new Error('No such point.');
      for (const [at, again] of simulateNode(node, charts, 5).entries()) {
        const kept = readAlarms(FIGURES, number, at);
        const error = Math.sqrt((kept.chance * (1 - kept.chance) + 0.01) * (1 / charts + 1 / CHARTS_A_NODE));
        expect(Math.abs(again.chance - kept.chance)).toBeLessThan(4 * error);
        // A quantile of one in forty of 1,000 charts is known to about a twelfth of itself.
        expect(Math.abs(Math.log(again.reach / kept.reach))).toBeLessThan(0.25);
      }
    }
  });

  it('grow with the months judged, with their resemblance and with the factors taken out', () => {
    const chances = [5, 12, 20, 36, 60].map((judged) => alarms({ judged }).chance);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    const scatter = (autocorrelation: number) => ({ scatter: { ...asked().scatter, autocorrelation } });
    expect(alarms(scatter(0.6)).chance).toBeGreaterThan(alarms(scatter(0)).chance + 0.1);
    expect(alarms({ seasonYears: 3 }).chance).toBeGreaterThan(alarms().chance + 0.05);
    expect(alarms({ seasonYears: 3 }).wider.up).toBeGreaterThan(alarms().wider.up);
  });

  it('are known less well from fewer months, and their limits are wider for it', () => {
    const few = alarms({ scatter: { ...asked().scatter, error: 0.25, months: 24 } });
    expect(few.atMost - few.atLeast).toBeGreaterThan(2 * (alarms().atMost - alarms().atLeast));
    expect(few.wider.up).toBeGreaterThan(1.2 * alarms().wider.up);
  });

  it('are simulated for a baseline beyond the grid, and such designs remembered', () => {
    const remembered = new Map();
    const { chance } = falseAlarms(asked({ baseline: 60 }), remembered);
    expect(chance).toBeGreaterThan(0.2);
    expect(chance).toBeLessThan(alarms().chance);
    const size = remembered.size;
    expect(size).toBeGreaterThan(0);
    falseAlarms(asked({ baseline: 60 }), remembered);
    expect(remembered.size).toBe(size);
  });
});

describe('months like those of a chart', () => {
  it('have its mean, scatter and autocorrelation', () => {
    const months = monthsAlike(40, 0.06, 0.3);
    expect(relativeVariance(months)).toBeCloseTo(0.06, 12);
    expect((months.persistence * (0.06 - 1 / 40)) / 0.06).toBeCloseTo(0.3, 12);
    expect(skewnessOf({ mean: 9, wander: 0 })).toBeCloseTo(1 / 3, 12);
  });

  it('have limits either way that the same share of them passes', () => {
    for (const reach of [1, 2.5, 4, 9]) {
      const { up, down } = skewedReach(reach, 0.8);
      expect(up).toBeGreaterThanOrEqual(down);
      expect([unskewedReach(up, 0.8), unskewedReach(-down, 0.8)].map((each) => Math.abs(each - reach) < 1e-9)).toEqual([
        true,
        true,
      ]);
    }
  });
});
