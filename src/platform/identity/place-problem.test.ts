import { describe, expect, it } from 'vitest';
import { PLACES } from '../../../test/builders/people.ts';
import type { Role } from '../access/model.ts';
import { placeProblem } from './place-problem.ts';

const UNIT = { unit: 'Central North', borough: null, ward: null };
const CAMDEN = { ...UNIT, borough: 'E09000007' };
const WARD = { ...CAMDEN, ward: 'E05013653' };
const units = await PLACES('2026-03-10');

describe('placeProblem', () => {
  it.each<[Role, typeof UNIT | typeof CAMDEN | typeof WARD]>([
    ['command', UNIT],
    ['analyst', UNIT],
    ['inspector', CAMDEN],
    ['council', CAMDEN],
    ['sergeant', WARD],
    ['chair', WARD],
  ])('lets a %s be held at %o', (role, scope) => expect(placeProblem(role, scope, units)).toBeNull());

  it.each<Role>(['command', 'analyst', 'specialist', 'professionalism-lead', 'auditor', 'administrator'])(
    'refuses a %s in less than a unit, since its permissions would reach all of it',
    (role) => {
      for (const scope of [CAMDEN, WARD]) expect(placeProblem(role, scope, units)).toContain('whole command unit');
    },
  );

  it('refuses a role whose place is not near enough the ground, or not there', () => {
    expect(placeProblem('sergeant', UNIT, units)).toContain('a borough or a ward');
    expect(placeProblem('chair', CAMDEN, units)).toContain('held in a ward');
    expect(placeProblem('chair', { ...CAMDEN, ward: 'E05000000' }, units)).toContain('no ward E05000000');
    expect(placeProblem('council', { ...UNIT, borough: 'E09000033' }, units)).toContain('no borough E09000033');
    expect(placeProblem('command', { ...UNIT, unit: 'Central East' }, units)).toContain(
      'no command unit "Central East"',
    );
  });
});
