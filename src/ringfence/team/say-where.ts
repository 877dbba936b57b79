import type { Order } from '../model.ts';
import { sayOrderedBy } from './say-ordered-by.ts';
import { sayReason } from './say-reason.ts';
import { sayAt } from './say-times.ts';
import type { Whereabouts } from './where-now.ts';

/** Where an officer is, in a few words, and what is known of it in a sentence; empty where nothing is to be added. */
export function sayWhere(where: Whereabouts, now: Date): { place: string; detail: string } {
  switch (where.kind) {
    case 'on-ward':
      return { place: 'On the ward', detail: `until ${sayAt(where.duty.during.to, now)}` };
    case 'away':
      return {
        place: `Away since ${sayAt(where.absence.from, now)}`,
        detail: `${sayReason(where.absence.reason)}, ${byOrderOf(where.absence.order)}.`,
      };
    case 'working-elsewhere':
      return {
        place: where.duty.kind === 'overtime' ? 'Overtime elsewhere' : 'Rest day worked elsewhere',
        detail: `until ${sayAt(where.duty.during.to, now)}`,
      };
    case 'off-duty':
      return {
        place: 'Off duty',
        detail: where.next === null ? '' : `on duty from ${sayAt(where.next.during.from, now)}`,
      };
  }
}

/** "by order of the duty inspector"; says it too where nobody has been named, or nobody ordered it. */
export function byOrderOf(order: Order | null): string {
  if (order === null) return 'nobody has said by whose order';
  return order.by === 'nobody' ? 'by nobody’s order' : `by order of ${sayOrderedBy(order.by)}`;
}
