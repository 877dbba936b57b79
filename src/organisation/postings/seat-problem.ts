import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Days } from '../post-book.ts';
import { lastDay, overlap } from './days.ts';
import type { HeldPosting, Seat } from './model.ts';

/**
 * Why a post has no room for a posting: who is in it, until when, and how much of it is free; null where it has. The sum
 * grows only where a posting begins, so that it is taken at the first day asked for and at each beginning after it.
 * Fractions are counted in thousandths, as records keep them.
 * @param others every other posting to the post
 */
export function seatProblem(
  post: Pick<Seat, 'reference' | 'fullTimeEquivalents'>,
  others: readonly Pick<HeldPosting, 'officer' | 'fraction' | 'during'>[],
  wanted: { fraction: number; during: Days },
): string | null {
  const near = others.filter(({ during }) => overlap(during, wanted.during));
  const starts = [wanted.during.from, ...near.map(({ during }) => during.from)]
    .filter((day) => isOn(wanted.during, day))
    .toSorted();
  for (const day of starts) {
    const there = near.filter(({ during }) => isOn(during, day));
    const free =
      thousandths(post.fullTimeEquivalents) - there.reduce((sum, { fraction }) => sum + thousandths(fraction), 0);
    if (thousandths(wanted.fraction) <= free) continue;
    if (there.length === 0)
      return `The post ${post.reference} is for ${post.fullTimeEquivalents} at most: give the posting no more.`;
    const left = free > 0 ? `, which leaves ${free / 1000}` : '';
    return `The post ${post.reference} is held on ${longDate(day)} by ${andList(there.map(sayHeld))}${left}: end that posting first, or choose another post or other days.`;
  }
  return null;
}

function sayHeld({ officer, during }: Pick<HeldPosting, 'officer' | 'during'>): string {
  const last = lastDay(during);
  return `${officer.name} (${officer.reference}) ${last === null ? 'for good' : `until ${longDate(last)}`}`;
}

const thousandths = (fraction: number): number => Math.round(fraction * 1000);
