import { expect, test } from 'vitest';
import { handOut } from './hand-out.ts';

/**
 * The United States House of Representatives after the census of 2020: 435 seats, at least one each, by this method.
 * Populations and seats as published by the U.S. Census Bureau on 26 April 2021 (2020 Census Apportionment Results,
 * tables 1 and A, https://www.census.gov/data/tables/2020/dec/2020-apportionment-data.html). The populations sum to
 * the published apportionment population of 331,108,434.
 */
const STATES: [name: string, population: number, seats: number][] = [
  ['Alabama', 5030053, 7],
  ['Alaska', 736081, 1],
  ['Arizona', 7158923, 9],
  ['Arkansas', 3013756, 4],
  ['California', 39576757, 52],
  ['Colorado', 5782171, 8],
  ['Connecticut', 3608298, 5],
  ['Delaware', 990837, 1],
  ['Florida', 21570527, 28],
  ['Georgia', 10725274, 14],
  ['Hawaii', 1460137, 2],
  ['Idaho', 1841377, 2],
  ['Illinois', 12822739, 17],
  ['Indiana', 6790280, 9],
  ['Iowa', 3192406, 4],
  ['Kansas', 2940865, 4],
  ['Kentucky', 4509342, 6],
  ['Louisiana', 4661468, 6],
  ['Maine', 1363582, 2],
  ['Maryland', 6185278, 8],
  ['Massachusetts', 7033469, 9],
  ['Michigan', 10084442, 13],
  ['Minnesota', 5709752, 8],
  ['Mississippi', 2963914, 4],
  ['Missouri', 6160281, 8],
  ['Montana', 1085407, 2],
  ['Nebraska', 1963333, 3],
  ['Nevada', 3108462, 4],
  ['New Hampshire', 1379089, 2],
  ['New Jersey', 9294493, 12],
  ['New Mexico', 2120220, 3],
  ['New York', 20215751, 26],
  ['North Carolina', 10453948, 14],
  ['North Dakota', 779702, 1],
  ['Ohio', 11808848, 15],
  ['Oklahoma', 3963516, 5],
  ['Oregon', 4241500, 6],
  ['Pennsylvania', 13011844, 17],
  ['Rhode Island', 1098163, 2],
  ['South Carolina', 5124712, 7],
  ['South Dakota', 887770, 1],
  ['Tennessee', 6916897, 9],
  ['Texas', 29183290, 38],
  ['Utah', 3275252, 4],
  ['Vermont', 643503, 1],
  ['Virginia', 8654542, 11],
  ['Washington', 7715946, 10],
  ['West Virginia', 1795045, 2],
  ['Wisconsin', 5897473, 8],
  ['Wyoming', 577719, 1],
];
const population = STATES.map(([, people]) => people);
const place = (name: string) => STATES.findIndex(([state]) => state === name);

const seated = () => {
  const answer = handOut(
    population,
    STATES.map(() => 1),
    STATES.map(() => Number.POSITIVE_INFINITY),
    435,
  );
  if (answer.kind !== 'optimal') throw new Error('435 seats suffice for 50 states');
  return answer;
};

test('the numbers typed here are the published ones: they sum to the published totals', () => {
  expect(population.reduce((sum, people) => sum + people)).toBe(331_108_434);
  expect(STATES.reduce((sum, [, , seats]) => sum + seats, 0)).toBe(435);
});

test('all 435 seats go as published', () => {
  const { officers } = seated();
  expect(STATES.map(([name], state) => [name, officers[state]])).toEqual(
    STATES.map(([name, , seats]) => [name, seats]),
  );
});

test('the last seat was Minnesota’s and the next would have been New York’s', () => {
  const answer = seated();
  expect(answer.awards.at(-1)).toMatchObject({
    rank: 385,
    ward: place('Minnesota'),
    runnerUp: { ward: place('New York') },
  });
  expect(answer.nextInLine[0]).toMatchObject({ ward: place('New York'), officers: 27 });
});

// The Bureau's announcement, reported at the time: New York lacked 89 people; 26 fewer in Minnesota would have done too.
test('the margins are the reported 89 people for New York and 26 for Minnesota', () => {
  const { margins } = seated();
  expect(Math.ceil((margins[place('New York')]?.gain ?? 0) - 20_215_751)).toBe(89);
  expect(Math.ceil(5_709_752 - (margins[place('Minnesota')]?.lose ?? 0))).toBe(26);
});
