import { expect, it } from 'vitest';
import type { Platform } from '../platform.ts';
import { claimOf } from './claim.ts';
import { CONDITIONS } from './conditions.ts';
import { guarded } from './guarded.ts';
import type { Condition, Principal } from './model.ts';
import { requirePermission } from './require-permission.ts';

const UNIT = 'Central North';
const specialist = (steppedUp: boolean): Principal => ({
  kind: 'person',
  person: 'person:a',
  grants: [{ role: 'specialist', scope: { unit: UNIT, borough: null, ward: null }, organisation: null }],
  demonstration: false,
  steppedUp,
});
const asked = { module: 'high-harm', act: 'read', place: { unit: UNIT } } as const;
const named = (principal: Principal, met: readonly Condition[]): string[] =>
  (JSON.parse(claimOf(principal, met)) as { may: [string][] }).may.map(([module]) => module);

it.each<[steppedUp: boolean, met: readonly Condition[], sentence: string]>([
  [false, [], 'Name the case, say why you ask and give your code again to go on.'],
  [true, [], 'Name the case and say why you ask to go on.'],
  [false, ['named-case', 'reason'], 'Give your code again to go on.'],
  [true, ['reason'], 'Name the case to go on.'],
])('high-harm records are kept from a specialist with step-up %s and %j', (steppedUp, met, sentence) => {
  expect(() => requirePermission(specialist(steppedUp), asked, met)).toThrow(sentence);
  expect(named(specialist(steppedUp), met)).not.toContain('high-harm');
});

it('they are open once a case is named, a reason and a code given, to the function and to the records alike', () => {
  expect(requirePermission(specialist(true), asked, ['named-case', 'reason']).role).toBe('specialist');
  expect(named(specialist(true), ['named-case', 'reason'])).toContain('high-harm');
  expect(named(specialist(false), CONDITIONS)).toContain('high-harm');
});

it('a service function runs only where its arguments meet the conditions', async () => {
  const read = guarded(
    { name: 'test', module: 'high-harm', act: 'read', met: (_, reason: string) => (reason ? CONDITIONS : []) },
    async (_: Platform, reason: string) => reason,
  );
  const platform = { principal: specialist(true) } as Platform;
  await expect(read(platform, '')).rejects.toThrow('Name the case and say why you ask to go on.');
  expect(await read(platform, 'case 7')).toBe('case 7');
  const visitor = { principal: { kind: 'visitor' } } as Platform;
  await expect(read(visitor, 'case 7')).rejects.toThrow('Sign in to go on.');
});
