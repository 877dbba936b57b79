import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { may } from './may.ts';
import { MODULES, type Principal, ROLES, type Role } from './model.ts';
import { PERMISSION_MATRIX } from './permission-matrix.ts';
import { permissionLines } from './permissions-page.ts';

const unit = { unit: 'Central North', borough: null, ward: null };
const person = (
  role: Role,
  scope: { unit: string; borough: string | null; ward: string | null } = unit,
): Principal => ({
  kind: 'person',
  person: 'person:a',
  grants: [{ role, scope, organisation: null }],
  demonstration: false,
  steppedUp: false,
});
const camden = { unit: 'Central North', borough: 'E09000007' };

describe('the permission matrix', () => {
  it('stands in the documentation as it is', () => {
    const page = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');
    for (const line of permissionLines()) expect(page.split('\n')).toContain(line);
    expect(page.split('\n').filter((line) => line.startsWith('- **'))).toHaveLength(
      permissionLines().filter((line) => line.startsWith('- **')).length,
    );
  });

  it('gives the audit to its auditors alone, and nobody the right to change it', () => {
    for (const role of ROLES) {
      expect(may(person(role), { module: 'audit', act: 'read', place: null })).toBe(role === 'auditor');
      for (const act of ['write', 'approve'] as const)
        expect(may(person(role), { module: 'audit', act, place: null })).toBe(false);
    }
  });

  it('keeps administrators from content: they see users, and imports of public data, and nothing else', () => {
    const seen = MODULES.filter((module) => may(person('administrator'), { module, act: 'read', place: null }));
    expect(seen).toEqual(['imports', 'users']);
  });

  it('lets nobody approve who may not also see', () => {
    for (const module of MODULES)
      for (const cells of Object.values(PERMISSION_MATRIX[module]))
        for (const { acts } of cells) if (acts.length > 1) expect(acts).toContain('read');
  });

  it('shows a role that sees totals only no record', () => {
    expect(may(person('analyst'), { module: 'duties', act: 'read', place: camden })).toBe(false);
    expect(may(person('analyst'), { module: 'high-harm', act: 'read', place: camden })).toBe(false);
    expect(may(person('command'), { module: 'professionalism', act: 'read', place: camden })).toBe(false);
  });

  it('lets a council read the allocation of its own borough, and the command line lay out a post book but see no case', () => {
    const council = person('council', { ...camden, ward: null });
    const islington = { unit: 'Central North', borough: 'E09000019' };
    expect(may(council, { module: 'allocation', act: 'read', place: camden })).toBe(true);
    expect(may(council, { module: 'allocation', act: 'read', place: islington })).toBe(false);
    const operator: Principal = { kind: 'operator', name: 'anna', as: null };
    expect(may(operator, { module: 'allocation', act: 'approve', place: camden })).toBe(true);
    for (const module of ['high-harm', 'audit', 'professionalism'] as const)
      expect(may(operator, { module, act: 'read', place: null })).toBe(false);
  });

  it('allows a visitor nothing', () => {
    for (const module of MODULES) expect(may({ kind: 'visitor' }, { module, act: 'read', place: null })).toBe(false);
  });
});
