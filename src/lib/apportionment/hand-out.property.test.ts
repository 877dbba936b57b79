import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demandOverOfficers, handOut, type OptimalHandOut } from './hand-out.ts';

const RUNS = { seed: 20260301, numRuns: 300 };

interface Instance {
  demand: number[];
  floors: number[];
  ceilings: number[];
  officers: number;
}

/** Random wards, some without demand, some with a ceiling; always room for the officers. */
const instances = (leastFloor: number): fc.Arbitrary<Instance> =>
  fc
    .array(
      fc.record({
        demand: fc.oneof({ weight: 9, arbitrary: fc.double({ min: 1e-6, max: 1, noNaN: true }) }, fc.constant(0)),
        floor: fc.integer({ min: leastFloor, max: leastFloor + 2 }),
        room: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Number.POSITIVE_INFINITY)),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .filter((wards) => wards.some((ward) => ward.demand > 0))
    .chain((wards) => {
      const least = wards.reduce((sum, ward) => sum + ward.floor, 0);
      const room = wards.reduce((sum, ward) => sum + ward.room, 0);
      return fc.integer({ min: 0, max: Math.min(room, 60) }).map((extra) => ({
        demand: wards.map((ward) => ward.demand),
        floors: wards.map((ward) => ward.floor),
        ceilings: wards.map((ward) => ward.floor + ward.room),
        officers: least + extra,
      }));
    });

function solve({ demand, floors, ceilings, officers }: Instance): OptimalHandOut {
  const answer = handOut(demand, floors, ceilings, officers);
  if (answer.kind !== 'optimal') throw new Error('the instance has an answer');
  return answer;
}
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

test('every officer is placed, and floors and ceilings hold', () => {
  fc.assert(
    fc.property(instances(0), (instance) => {
      const { officers } = solve(instance);
      expect(sum(officers)).toBe(instance.officers);
      officers.forEach((number, ward) => {
        expect(number).toBeGreaterThanOrEqual(instance.floors[ward] ?? Number.NaN);
        expect(number).toBeLessThanOrEqual(instance.ceilings[ward] ?? Number.NaN);
      });
    }),
    RUNS,
  );
});

test('no single move of an officer from one ward to another improves Σ d²/x', () => {
  fc.assert(
    fc.property(instances(1), (instance) => {
      const { officers, objective } = solve(instance);
      for (let from = 0; from < officers.length; from += 1) {
        for (let to = 0; to < officers.length; to += 1) {
          const moved = officers.map((number, ward) => number - (ward === from ? 1 : 0) + (ward === to ? 1 : 0));
          const allowed = moved.every(
            (number, ward) => number >= (instance.floors[ward] ?? 0) && number <= (instance.ceilings[ward] ?? 0),
          );
          if (allowed) {
            expect(demandOverOfficers(instance.demand, moved)).toBeGreaterThanOrEqual(objective * (1 - 1e-12));
          }
        }
      }
    }),
    RUNS,
  );
});

test('one officer more takes none away: the turns so far stay as they are, and the next goes to the first in line', () => {
  fc.assert(
    fc.property(instances(0), (instance) => {
      const now = solve(instance);
      fc.pre(now.nextInLine.length > 0);
      const more = solve({ ...instance, officers: instance.officers + 1 });
      expect(more.awards.slice(0, -1)).toEqual(now.awards);
      expect(more.awards.at(-1)).toEqual(now.nextInLine[0]);
      more.officers.forEach((number, ward) => {
        expect(number).toBeGreaterThanOrEqual(now.officers[ward] ?? Number.NaN);
      });
    }),
    RUNS,
  );
});

test('priorities never rise from turn to turn', () => {
  fc.assert(
    fc.property(instances(0), (instance) => {
      const { awards, nextInLine } = solve(instance);
      const priorities = [...awards, ...nextInLine].map((turn) => turn.priority);
      expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
    }),
    RUNS,
  );
});

test('only ratios of demand matter: doubling every demand, or a power of two, changes nothing', () => {
  fc.assert(
    fc.property(instances(0), fc.integer({ min: -200, max: 200 }), (instance, power) => {
      const scaled = { ...instance, demand: instance.demand.map((share) => share * 2 ** power) };
      expect(solve(scaled).officers).toEqual(solve(instance).officers);
      expect(solve(scaled).awards.map((turn) => turn.ward)).toEqual(solve(instance).awards.map((turn) => turn.ward));
    }),
    RUNS,
  );
});

test('the order of the list matters to ties only', () => {
  fc.assert(
    fc.property(instances(1), (instance) => {
      fc.pre(new Set(instance.demand).size === instance.demand.length);
      const reversed = solve({
        demand: instance.demand.toReversed(),
        floors: instance.floors.toReversed(),
        ceilings: instance.ceilings.toReversed(),
        officers: instance.officers,
      });
      expect(reversed.officers.toReversed()).toEqual(solve(instance).officers);
    }),
    RUNS,
  );
});

test('margins are right: just above gain a ward has exactly one more, just below lose exactly one fewer', () => {
  const NEAR = 1e-9;
  let gains = 0;
  let losses = 0;
  fc.assert(
    fc.property(instances(0), (instance) => {
      const { officers, margins } = solve(instance);
      const with_ = (ward: number, share: number) =>
        solve({ ...instance, demand: instance.demand.map((old, other) => (other === ward ? share : old)) }).officers[
          ward
        ];
      margins.forEach(({ gain, lose }, ward) => {
        const share = instance.demand[ward] ?? 0;
        const number = officers[ward] ?? 0;
        if (gain !== null) {
          const more = with_(ward, gain * (1 + NEAR) + Number.MIN_VALUE);
          if (gain > 0) expect(more).toBe(number + 1);
          else expect(more).toBeGreaterThan(number);
          // A ward tied with the last one given stands exactly at its gain.
          if (share < gain * (1 - NEAR)) expect(with_(ward, gain * (1 - NEAR))).toBe(number);
          gains += 1;
        } else if (instance.demand.some((other, place) => place !== ward && other > 0)) {
          expect(with_(ward, 1e6)).toBe(number);
        }
        if (lose !== null) {
          expect(with_(ward, lose * (1 - NEAR))).toBe(number - 1);
          if (share > lose * (1 + NEAR)) expect(with_(ward, lose * (1 + NEAR))).toBe(number);
          losses += 1;
        }
      });
    }),
    RUNS,
  );
  expect(gains).toBeGreaterThan(500);
  expect(losses).toBeGreaterThan(500);
});
