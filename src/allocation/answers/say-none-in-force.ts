import { longDate } from '../../ui/long-date.ts';
import type { NextPlan } from './model.ts';

/** That no plan is in force on a day, and which one comes next; that nothing is adopted only where none does. */
export const sayNoneInForce = ({ on, next }: { on: string; next: NextPlan | null }): string =>
  next === null
    ? `No plan is in force on ${longDate(on)}, and nothing is adopted.`
    : `No plan is in force on ${longDate(on)}: the next is plan ${next.id}, which is published and comes into force on ${longDate(next.from)}.`;
