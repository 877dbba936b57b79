import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Order, OrderedBy } from '../model.ts';
import { readLeads, type WardOnDay } from './away-duty-store.ts';
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

/** An order of an absence in a ward on a day. */
export interface OrderOfWard extends WardOnDay {
  order: OrderAsked;
}

/**
 * The order as it is kept, with the person who gave it where the records know that: whoever enters it and says so, or the
 * one who leads the ward on the day. Where two lead a ward and neither enters it, nobody is named.
 */
export const resolveOrder = within(
  'ringfence.resolve-order',
  async (trx: Records, acting: Pick<Acting, 'person'>, asked: OrderOfWard): Promise<Order> =>
    (await orderResolver(trx, acting, [asked]))(asked),
);

/** The same of many orders: what it gives resolves any of them. */
export const orderResolver = within(
  'ringfence.order-resolver',
  async (
    trx: Records,
    { person: acting }: Pick<Acting, 'person'>,
    asked: readonly OrderOfWard[],
  ): Promise<(one: OrderOfWard) => Order> => {
    const bySergeants = asked.filter(({ order }) => order.by === 'ward-sergeant');
    const found = bySergeants.length === 0 ? [] : await readLeads(trx, bySergeants);
    const leadsOn = new Map(found.map(({ place, day, leads }) => [`${place} ${day}`, leads]));
    return ({ order, place, day }) => {
      const { by, at = null, reference = '' } = order;
      const kept = { by, at, reference: reference.trim() };
      if (order.person != null && order.person === acting) return { ...kept, person: acting };
      if (by !== 'ward-sergeant') return { ...kept, person: null };
      const leads = leadsOn.get(`${place} ${day}`) ?? [];
      const [one = null, another] = leads;
      if (another === undefined) return { ...kept, person: one };
      return { ...kept, person: leads.find((person) => person === acting) ?? null };
    };
  },
);
