import { describe, expect, it } from 'vitest';
import { sampleEvaluation } from '../../../test/builders/evaluation-result.ts';
import { othersCrossed, outcomeShown } from './outcome-shown.ts';

const { outcomes } = sampleEvaluation();
const named = (group: string | null, outcome: string | null) => {
  const found = outcomeShown(outcomes, { group, outcome });
  return found === null ? null : `${found.group}: ${found.measure}`;
};
const EAST = 'Barking and Dagenham, Havering and Redbridge';

describe('the outcome shown in full', () => {
  it('is the first that crossed the harm boundary, unless another is asked for', () => {
    expect(named(null, null)).toBe('Camden and Islington: robbery');
    expect(named(null, 'burglary')).toBe(`${EAST}: burglary`);
    expect(named('camden and islington', 'burglary')).toBe('Camden and Islington: burglary');
    expect(named(EAST, null)).toBe(`${EAST}: burglary`);
  });

  it('can be any outcome there is, and none that there is not', () => {
    for (const { group, measure } of outcomes) expect(named(group, measure)).toBe(`${group}: ${measure}`);
    expect(named(null, 'arson')).toBeNull();
  });

  it('leaves the others on which a boundary was crossed', () => {
    const [robbery, , burglary] = outcomes;
    if (robbery === undefined || burglary === undefined) throw new Error('The sample has lost an outcome.');
    const others = (of: typeof robbery) => othersCrossed(outcomes, of).map(({ measure }) => measure);
    expect(others(burglary)).toEqual(['robbery', 'theft-from-the-person', 'burglary']);
    expect(others(robbery)).toEqual(['theft-from-the-person', 'burglary']);
  });
});
