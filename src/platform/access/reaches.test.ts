import { describe, expect, it } from 'vitest';
import type { Permission, Place, Reach, Scope } from './model.ts';
import { reaches } from './reaches.ts';

const UNIT: Scope = { unit: 'Central North', borough: null, ward: null };
const CAMDEN: Scope = { ...UNIT, borough: 'E09000007' };
const WARD: Scope = { ...CAMDEN, ward: 'E05013652' };
const permission = (reach: Reach, scope: Scope | null, organisation: string | null = null): Permission => ({
  role: 'sergeant',
  module: 'panels',
  act: 'read',
  reach,
  scope,
  organisation,
  conditions: [],
  only: null,
});
const unit: Place = { unit: 'Central North' };
const camden: Place = { ...unit, borough: 'E09000007' };
const islington: Place = { ...unit, borough: 'E09000019' };
const ownWard: Place = { ...camden, ward: 'E05013652' };
const otherWard: Place = { ...camden, ward: 'E05013653' };

describe('reaches', () => {
  it.each<[Reach, Scope, Place[], Place[]]>([
    ['ward', WARD, [ownWard], [otherWard, camden, islington, unit]],
    ['ward', CAMDEN, [ownWard, otherWard, camden], [islington, unit]],
    ['ward', UNIT, [ownWard, camden, islington, unit], [{ unit: 'Central East', ward: 'E05013652' }]],
    ['borough', WARD, [ownWard, otherWard, camden], [islington, unit]],
    ['unit', WARD, [ownWard, camden, islington, unit], [{ unit: 'Central East' }, {}]],
  ])('of "%s" held for %o', (reach, scope, reached, beyond) => {
    for (const place of reached) expect(reaches(permission(reach, scope), 'person:a', place)).toBe(true);
    for (const place of beyond) expect(reaches(permission(reach, scope), 'person:a', place)).toBe(false);
  });

  it('of what is one’s own, and of one’s team', () => {
    expect(reaches(permission('own', WARD), 'person:a', { owner: 'person:a' })).toBe(true);
    expect(reaches(permission('own', UNIT), 'person:a', { ...ownWard, owner: 'person:b' })).toBe(false);
    expect(reaches(permission('team', WARD), 'person:a', { owner: 'person:b', team: ['person:a'] })).toBe(true);
    expect(reaches(permission('team', WARD), 'person:a', { owner: 'person:b', team: ['person:c'] })).toBe(false);
    expect(reaches(permission('own', WARD), null, { owner: undefined })).toBe(false);
  });

  it('of what is shared with one’s organisation by name', () => {
    const shared = permission('shared', CAMDEN, 'Camden Council');
    expect(reaches(shared, 'person:a', { ...islington, sharedWith: ['Camden Council'] })).toBe(true);
    expect(reaches(shared, 'person:a', { ...camden, sharedWith: ['Islington Council'] })).toBe(false);
    expect(reaches(permission('shared', CAMDEN), 'person:a', { ...camden, sharedWith: ['Camden Council'] })).toBe(
      false,
    );
  });

  it('everywhere, where the module knows no place; and anywhere, where none is asked about', () => {
    expect(reaches(permission('everywhere', null), null, islington)).toBe(true);
    expect(reaches(permission('own', WARD), 'person:a', null)).toBe(true);
  });
});
