import { expect, it } from 'vitest';
import { turningOdds } from './turning-odds.ts';

const rank = (atLeast: number, of: number) => ({ atLeast, of, share: atLeast / of });

it("are about 64 % in Firpo and Possebom's Basque case, who read φ = 0.495 off a grid", () => {
  const odds = turningOdds(rank(2, 14), 3 / 14);
  expect(odds).toBeCloseTo(36 / 22, 12);
  expect(Math.log(odds)).toBeCloseTo(0.495, 2);
});

it('put the p-value of the uneven lot at α, from either side', () => {
  const [alpha, of] = [0.1, 30];
  for (const atLeast of [1, 2, 5, 20]) {
    const odds = turningOdds(rank(atLeast, of), alpha);
    const uneven = atLeast / of <= alpha ? odds : 1 / odds;
    expect((atLeast * uneven) / (atLeast * uneven + of - atLeast)).toBeCloseTo(alpha, 12);
  }
});

it('are beyond all measure where every group moved as much', () => {
  expect(turningOdds(rank(9, 9), 0.05)).toBe(Infinity);
  expect(() => turningOdds(rank(1, 9), 1)).toThrow('between 0 and 1');
});
