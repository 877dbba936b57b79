import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { planFromDemand } from './plan-from-demand.ts';
import { limitsFor, RULES } from './rules-in-force.ts';

test('every rule has a file under rules/ with a test, and every file is a rule; a plan prints those of every plan', () => {
  const files = readdirSync(new URL('./rules', import.meta.url)).toSorted();
  const names = RULES.map((rule) => rule.name);
  expect(files).toEqual(names.flatMap((name) => [`${name}.test.ts`, `${name}.ts`]).toSorted());
  const printed = planFromDemand(demandOf([0.5, 0.5]), { dwo: 5, pcso: 2 }).rules.map((rule) => rule.name);
  expect(printed).toEqual(RULES.filter(({ kind }) => kind === 'always').map(({ name }) => name));
});

test('the limits are the rules of the day, unless the plan asks otherwise', () => {
  expect(limitsFor('2026-03-01', { dwo: 118, pcso: 48 })).toEqual({
    officers: { dwo: 118, pcso: 48 },
    floors: { dwo: 2, pcso: 1 },
    ceilings: { dwo: 7, pcso: null },
  });
  expect(limitsFor('2016-12-31', { dwo: 118, pcso: 48 })).toMatchObject({
    floors: { dwo: 1, pcso: 1 },
    ceilings: { dwo: null, pcso: null },
  });
  const asked = { dwo: 1, pcso: 1, floors: { pcso: 0 }, ceilings: { dwo: null, pcso: 4 } };
  expect(limitsFor('2026-03-01', asked)).toMatchObject({
    floors: { dwo: 2, pcso: 0 },
    ceilings: { dwo: null, pcso: 4 },
  });
});
