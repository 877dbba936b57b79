import { describe, expect, it } from 'vitest';
import { planInView } from '../../test/builders/desk-views.ts';
import type { OptimalPlan, PlannedWard } from '../allocation/index.ts';
import { placeInLine, sayGain, sayLoss } from './say-margin.ts';

const plan = planInView();

function ward(name: string, changed: Partial<PlannedWard> = {}): PlannedWard {
  const [found] = plan.wards.filter((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ward ${name}.`);
  return { ...found, ...changed };
}

describe('sayGain', () => {
  it('says how much more demand, and how many more officers, would give one more', () => {
    expect(sayGain(plan, ward('West Hampstead'))).toMatch(
      /^It would have a third if its demand were 0\.\d% higher, or if the unit had one more officer\.$/,
    );
    expect(sayGain(plan, ward('Kilburn'))).toContain('or if the unit had two more officers.');
  });

  it('leaves out the officers for a ward far back in the line', () => {
    const none: OptimalPlan = { ...plan, nextInLine: [] };
    expect(sayGain(none, ward('Kilburn'))).toMatch(/^It would have a fourth if its demand were \d\.\d% higher\.$/);
  });

  it('names the ceiling where it is what stands in the way, and only there', () => {
    expect(sayGain(plan, ward('Bloomsbury'))).toContain('no ward has more than seven');
    const stuck = ward('Kilburn', { margin: { gain: null, lose: null } });
    expect(sayGain(plan, stuck)).toBe('It would not have another, whatever its demand.');
  });
});

describe('sayLoss', () => {
  it('says how much less demand would cost the last officer', () => {
    const half = ward('Kilburn', { demandShare: 0.04, margin: { gain: null, lose: 0.03 } });
    expect(sayLoss(half)).toBe('It would lose its third if its demand were 25.0% lower.');
  });

  it('says that the floor keeps a ward, or that nobody waits', () => {
    expect(sayLoss(ward('Frognal'))).toBe('It keeps 2 officers whatever its demand: that is the floor.');
    expect(sayLoss(ward('Kilburn', { margin: { gain: null, lose: null } }))).toBe(
      'No ward is waiting that could take its last.',
    );
  });
});

it('placeInLine counts from one, and is nothing for a ward that is not among the next', () => {
  expect(placeInLine(plan, plan.nextInLine[2]?.code ?? '')).toBe(3);
  expect(placeInLine(plan, 'E0')).toBeNull();
});
