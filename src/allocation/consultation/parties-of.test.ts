import { describe, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import type { Grant, Principal, Role } from '../../platform/access/index.ts';
import { partiesOf } from './parties-of.ts';

const WARDS = [
  { code: 'W1', name: 'Bloomsbury', boroughCode: CAMDEN },
  { code: 'W2', name: 'Frognal', boroughCode: CAMDEN },
  { code: 'W3', name: 'Bunhill', boroughCode: ISLINGTON },
];
const REVIEW = { unit: UNIT };
const grant = (role: Role, borough: string | null, ward: string | null, organisation: string | null = null): Grant => ({
  role,
  scope: { unit: UNIT, borough, ward },
  organisation,
});
const somebody = (...grants: Grant[]): Principal => ({
  ...{ kind: 'person', person: 'person:a', demonstration: false, steppedUp: false },
  grants,
});
const names = (principal: Principal) => partiesOf(principal, REVIEW, WARDS).map(({ name }) => name);

describe('whom somebody speaks for', () => {
  it('is the police for an analyst and the command, and nobody for who only looks on', () => {
    expect(names(somebody(grant('analyst', null, null)))).toEqual(['Police']);
    expect(names(somebody(grant('command', null, null), grant('analyst', null, null)))).toEqual(['Police']);
    for (const role of ['inspector', 'sergeant', 'officer', 'specialist', 'auditor', 'administrator'] as const)
      expect(names(somebody(grant(role, null, null)))).toEqual([]);
    expect(names({ kind: 'visitor' })).toEqual([]);
    expect(names({ kind: 'operator', name: 'anna', as: null })).toEqual([]);
  });

  it('is its organisation for a council or a partner, in its borough', () => {
    expect(partiesOf(somebody(grant('council', CAMDEN, null, 'Camden Council')), REVIEW, WARDS)).toEqual([
      { kind: 'council', name: 'Camden Council', borough: CAMDEN, ward: null },
    ]);
    expect(names(somebody(grant('council', CAMDEN, null)))).toEqual([]);
    const both = [CAMDEN, ISLINGTON].map((borough) => grant('partner', borough, null, 'Shelter North'));
    expect(partiesOf(somebody(...both), REVIEW, WARDS)).toEqual([
      { kind: 'partner', name: 'Shelter North', borough: null, ward: null },
    ]);
  });

  it('is the panel of each ward in reach for a chair', () => {
    expect(partiesOf(somebody(grant('chair', CAMDEN, 'W1')), REVIEW, WARDS)).toEqual([
      { kind: 'ward-panel', name: 'Bloomsbury ward panel', borough: CAMDEN, ward: 'W1' },
    ]);
    expect(names(somebody(grant('chair', CAMDEN, null)))).toEqual(['Bloomsbury ward panel', 'Frognal ward panel']);
    expect(names(somebody(grant('chair', ISLINGTON, 'W1')))).toEqual([]);
  });

  it('counts the roles of the review’s unit alone, and those an operator acts under', () => {
    const elsewhere = { unit: 'Central East', borough: null, ward: null };
    expect(partiesOf(personWith('analyst', elsewhere), REVIEW, WARDS)).toEqual([]);
    const as = { person: 'person:a', grants: [grant('analyst', null, null)] };
    expect(names({ kind: 'operator', name: 'anna', as })).toEqual(['Police']);
  });
});
