import { describe, expect, it } from 'vitest';
import { orderOf, usualOrder } from './usual-order.ts';

describe('usualOrder', () => {
  it('is the role that a reason always comes from, whoever ordered the last one', () => {
    for (const last of [null, 'duty-inspector'] as const) {
      expect(usualOrder('training', last)).toBe('training-unit');
      expect(usualOrder('court-own-case', last)).toBe('court');
      expect(usualOrder('response', last)).toBe('response-sergeant');
    }
  });

  it('is whoever of the line ordered last, for what somebody of the line orders', () => {
    expect(usualOrder('custody', 'duty-inspector')).toBe('duty-inspector');
    expect(usualOrder('staffing-up', 'operations-room')).toBe('operations-room');
    expect(usualOrder('custody', 'court')).toBeNull();
    expect(usualOrder('custody', null)).toBeNull();
  });

  it('is nobody for what no order was stated of: an event, union duty, ward work', () => {
    for (const reason of ['event', 'major-emergency', 'union', 'occupational-health', 'ward-work', 'other'] as const)
      expect(usualOrder(reason, 'duty-inspector'), reason).toBeNull();
  });
});

describe('orderOf', () => {
  it('takes a role that was chosen before the usual one, and nobody where that was chosen', () => {
    expect(orderOf('senior-officer', 'training', null)).toBe('senior-officer');
    expect(orderOf('not-said', 'training', 'duty-inspector')).toBeNull();
    expect(orderOf('the king', 'training', null)).toBeNull();
    expect(orderOf('', 'training', null)).toBe('training-unit');
    expect(orderOf(undefined, 'custody', 'duty-inspector')).toBe('duty-inspector');
  });
});
