import { longDate } from '../../ui/long-date.ts';
import type { PublicationItem, PublishedItem } from './model.ts';
import type { Setting } from './setting.ts';

/** An item, what else of its key is published and not withdrawn, and the day it is looked at, "2026-03-10". */
export interface Standing {
  item: PublicationItem;
  standing: readonly PublishedItem[];
  today: string;
}

type Chooses = Pick<Setting<never, never>, 'chooseBefore'>;

/** That the day of something not published yet has passed, and whether readers see it at all; null where it has not. */
export function sayDayPassed({ chooseBefore }: Chooses, { item, standing, today }: Standing): string | null {
  if (item.inForceFrom >= today) return null;
  const later = chooseBefore(standing, { ...item, inForceFrom: today });
  const passed = `Its day, ${longDate(item.inForceFrom)}, has passed: once published it counts from then`;
  return later === null || later.inForceFrom <= item.inForceFrom
    ? `${passed}, and readers see it at once.`
    : `${passed}, but readers see number ${later.id}, in force from ${longDate(later.inForceFrom)}, as before.`;
}

/** What readers see once something published is withdrawn; null for anything else. */
export function sayIfWithdrawn({ chooseBefore }: Chooses, { item, standing, today }: Standing): string | null {
  if (item.state !== 'published') return null;
  const day = item.inForceFrom > today ? item.inForceFrom : today;
  const other = chooseBefore(standing, { ...item, inForceFrom: day });
  if (other === null) return 'Withdrawing it leaves readers with nothing in its place.';
  const which = `number ${other.id}, in force from ${longDate(other.inForceFrom)}`;
  return other.inForceFrom > item.inForceFrom
    ? `Withdrawing it changes nothing of what is in force: that is ${which}.`
    : `Withdrawing it puts ${which}, back in its place.`;
}
