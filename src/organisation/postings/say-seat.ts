import { referenceAreas } from '../../geography/index.ts';
import { longDate } from '../../ui/long-date.ts';
import { lastDay } from './days.ts';
import type { HeldPosting, Seat } from './model.ts';

const SETS = ['wards-2014', 'wards-2022', 'boroughs-2022'] as const;

/** Name of a ward of either ward set, or of a borough; the code where it has none here. */
export function areaName(code: string): string {
  for (const set of SETS) {
    const found = referenceAreas(set).find((area) => area.code === code);
    if (found !== undefined) return found.name;
  }
  return code;
}

/** Where a post is: its wards, else its boroughs, else the unit. */
export function saySeatPlace({ wards, boroughs, unit }: Pick<Seat, 'wards' | 'boroughs' | 'unit'>): string {
  if (wards.length > 0) return wards.map(areaName).join(' and ');
  return boroughs.length > 0 ? boroughs.map(areaName).join(' and ') : unit;
}

/** A post in a line: "ISL-1: Dedicated ward officer, Constable, Bunhill". */
export function saySeat(seat: Pick<Seat, 'reference' | 'title' | 'rank' | 'wards' | 'boroughs' | 'unit'>): string {
  return `${seat.reference}: ${seat.title}, ${seat.rank}, ${saySeatPlace(seat)}`;
}

/** Who is in a post on a day or comes later: "held by Ana Cole until 30 April 2026"; "vacant". */
export function sayHolders(held: readonly HeldPosting[], today: string): string {
  const there = held.filter(({ during }) => during.until === null || during.until > today);
  if (there.length === 0) return 'vacant';
  return `held by ${there
    .map(({ officer, during }) => {
      const last = lastDay(during);
      const from = during.from > today ? ` from ${longDate(during.from)}` : '';
      return `${officer.name}${from}${last === null ? '' : ` until ${longDate(last)}`}`;
    })
    .join(', ')}`;
}

/** What a kind of posting is called. */
export const KIND_WORDS: Readonly<Record<HeldPosting['kind'], string>> = {
  posting: 'Posting',
  rotation: 'Rotation',
  acting: 'Acting',
};
