import { expect, it } from 'vitest';
import { choosePlanInForce } from './choose-plan-in-force.ts';
import type { ListedPlan } from './model.ts';

const plan = (id: string, inForceFrom: string, change: Partial<ListedPlan> = {}): ListedPlan => ({
  id,
  unit: 'Central North',
  inForceFrom,
  publishedAt: new Date('2026-01-01T12:00:00Z'),
  sequence: Number(id),
  alone: false,
  boundaryVersion: 'wards-2022',
  synthetic: false,
  withdrawn: null,
  ...change,
});
const asked = { asAt: '2026-05-01', boundaryVersion: 'wards-2022', withSynthetic: true };
const chosen = (plans: ListedPlan[], change: Partial<typeof asked> = {}) =>
  choosePlanInForce(plans, { ...asked, ...change })?.id ?? null;

it('is the latest that is in force by the date', () => {
  const plans = [plan('1', '2026-03-01'), plan('2', '2026-05-01'), plan('3', '2026-05-02')];
  expect(chosen(plans)).toBe('2');
  expect(chosen(plans, { asAt: '2026-02-28' })).toBeNull();
});

it('of one day is the one published later, whichever number it has', () => {
  expect(chosen([plan('9', '2026-03-01', { sequence: 2 }), plan('10', '2026-03-01', { sequence: 1 })])).toBe('9');
  expect(chosen([plan('9', '2026-03-01'), plan('10', '2026-03-01')])).toBe('10');
});

it('is for the wards of the date', () => {
  expect(chosen([plan('1', '2026-03-01', { boundaryVersion: 'wards-2014' })])).toBeNull();
});

it('is a real one before a made-up one, however late, and a made-up one only where those count', () => {
  const plans = [plan('1', '2026-03-01'), plan('2', '2026-04-01', { synthetic: true })];
  expect(chosen(plans)).toBe('1');
  expect(chosen(plans.slice(1))).toBe('2');
  expect(chosen(plans.slice(1), { withSynthetic: false })).toBeNull();
});

it('is none that was withdrawn', () => {
  const withdrawn = { at: new Date('2026-04-02T12:00:00Z'), reason: 'wrong weights' };
  expect(chosen([plan('1', '2026-03-01'), plan('2', '2026-04-01', { withdrawn })])).toBe('1');
});
