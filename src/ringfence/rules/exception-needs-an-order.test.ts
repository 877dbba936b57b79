import { expect, test } from 'vitest';
import { awayFrom, decidedBy, dutyOn, ordered, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import type { Order } from '../model.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { exceptionNeedsAnOrder } from './exception-needs-an-order.ts';

const { name } = exceptionNeedsAnOrder;

const duty = dutyOn('2026-08-30');
const by = (order: Order | null) =>
  rulingCase({ away: awayFrom(duty, { reason: 'event', event: 'carnival-2026', order }) });

test('decides alone where nobody ordered it, though it is Carnival', () => {
  for (const order of [null, ordered({ by: 'nobody' })]) {
    expect(decidedBy(by(order))).toEqual([name]);
    expect(ruleCase(by(order))).toEqual({
      ruling: 'breach',
      because: 'Nobody ordered it: an exception needs the event and the order.',
      late: false,
    });
  }
});

test('is kept by an order of any role', () => {
  expect(ruleCase(by(ordered({ by: 'ward-sergeant', at: null }))).ruling).toBe('exception');
});
