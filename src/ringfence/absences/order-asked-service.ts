import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Order, OrderedBy } from '../model.ts';
import { readLeads } from './away-duty-store.ts';
import type { Acting } from './take-step-service.ts';

/** Who ordered an absence, as it is entered. */
export interface OrderAsked {
  by: OrderedBy;
  /** Oneself, where whoever enters it gave the order; nobody else is named by hand. */
  person?: string | null;
  /** null or left out: it is not known. */
  at?: Date | null;
  reference?: string;
}

/**
 * The order as it is kept, with the person who gave it where the records know that: whoever enters it and says so, or the
 * one who leads the ward on the day. Where two lead a ward and neither enters it, nobody is named.
 */
export const resolveOrder = within(
  'ringfence.resolve-order',
  async (
    trx: Records,
    acting: Acting,
    { order, place, day }: { order: OrderAsked; place: number; day: string },
  ): Promise<Order> => {
    const { by, at = null, reference = '' } = order;
    const kept = { by, at, reference: reference.trim() };
    if (order.person != null && order.person === acting.person) return { ...kept, person: acting.person };
    if (by !== 'ward-sergeant') return { ...kept, person: null };
    const leads = await readLeads(trx, place, day);
    const [one = null, another] = leads;
    if (another === undefined) return { ...kept, person: one };
    return { ...kept, person: leads.find((person) => person === acting.person) ?? null };
  },
);
