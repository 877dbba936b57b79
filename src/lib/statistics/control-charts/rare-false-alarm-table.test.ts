import { expect, it } from 'vitest';
import { RARE_FIGURES } from './rare-false-alarm-figures.ts';
import { allRareNodes, RARE_BASELINE, rareNode, readRare, writeRare } from './rare-false-alarm-table.ts';
import { simulateRare } from './rare-false-alarms.ts';

it('says of a few designs what simulating them anew says', () => {
  const nodes = allRareNodes();
  for (const at of [0, 204, 517, 730, 980]) {
    const { chance, after, number } = nodes[at] ?? rareNode(0, 0);
    expect(number).toBe(at);
    const kept = readRare(RARE_FIGURES, at);
    const anew = simulateRare({ chance, baseline: RARE_BASELINE, after }, 4000);
    expect(kept.marked).toBeCloseTo(anew.marked, 3);
    expect(Math.log(kept.widerTail) - Math.log(anew.widerTail)).toBeCloseTo(0, 1);
  }
});

it('has a figure for every design, and reads back what it wrote', () => {
  expect(RARE_FIGURES).toHaveLength(4 * allRareNodes().length);
  const back = readRare(`0000${writeRare({ marked: 0.125, widerTail: 1e-7 })}`, 1);
  expect(back.marked).toBeCloseTo(0.125, 3);
  expect(Math.log10(back.widerTail)).toBeCloseTo(-7, 1);
});

it('takes the next number of times up, and has none beyond the grid', () => {
  expect(rareNode(0.3, 61)).toMatchObject({ after: 72 });
  expect(rareNode(0.3, 0)).toMatchObject({ after: 0 });
  expect(rareNode(0.3, 185)).toMatchObject({ after: 192, number: null });
  expect(rareNode(0.0001, 6).level).toBe(rareNode(0.005, 6).level);
});
