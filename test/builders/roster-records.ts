import type { RosterRead } from '../../src/ringfence/rosters/model.ts';
import type { HeldDuty, RosterRecords } from '../../src/ringfence/rosters/plan/model.ts';
import { readRoster } from '../../src/ringfence/rosters/read-roster.ts';

const HEADER = [
  'officer',
  'day',
  'start',
  'end',
  'code',
  'ward',
  'contracted_minutes',
  'ordered_by',
  'event',
  'reference',
];

/** A roster of rows whose last cells may be left out. */
export function rosterOf(...rows: string[]): Extract<RosterRead, { kind: 'read' }> {
  const padded = rows.map((row) => row + ','.repeat(HEADER.length - row.split(',').length));
  const read = readRoster(new TextEncoder().encode([HEADER.join(','), ...padded, ''].join('\n')));
  if (read.kind === 'refused') throw new Error(read.because);
  return read;
}

const WARDS = { bunhill: { place: 1, name: 'Bunhill' }, canonbury: { place: 2, name: 'Canonbury' } } as const;

/**
 * What is held of a small unit: P1 and P2 posted to Bunhill, P3 to Canonbury, whose duties are not the reader's to write, and
 * P4 to nothing. A test adds what it is about.
 */
export function recordsHeld(rest: Partial<RosterRecords> = {}): RosterRecords {
  const officers = ['P1', 'P2', 'P3', 'P4'].map((reference, index) => ({
    id: index + 1,
    reference,
    name: `Officer ${reference}`,
  }));
  const post = ({ place, name }: (typeof WARDS)[keyof typeof WARDS]) =>
    ({ place, wardName: name, attached: false, postClass: 'floor', fraction: 1 }) as const;
  const posts: Readonly<Record<string, ReturnType<typeof post>[]>> = {
    P1: [post(WARDS.bunhill)],
    P2: [post(WARDS.bunhill)],
    P3: [post(WARDS.canonbury)],
  };
  return {
    today: '2026-10-15',
    synthetic: false,
    officers: new Map(officers.map((officer) => [officer.reference, officer])),
    postsOn: (reference) => posts[reference] ?? [],
    wardCalled: (text) => WARDS[text.toLowerCase() as keyof typeof WARDS] ?? null,
    mayWrite: (place) => place === 1,
    hasEvent: (key) => ['carnival-2026', 'new-years-eve-2026', 'emergency-2026-08-03-bridge'].includes(key),
    dayMinutes: () => 480,
    isClosed: (day) => day < '2026-09-01',
    duties: [],
    leave: [],
    absences: [],
    ownOrders: new Set(),
    ...rest,
  };
}

/** A held ward duty of P1 in Bunhill that an earlier roster planned, unless said otherwise. */
export function heldDuty(id: number, from: string, to: string, rest: Partial<HeldDuty> = {}): HeldDuty {
  const during = { from: new Date(from), to: new Date(to) };
  return {
    id,
    officer: 1,
    place: 1,
    postClass: 'floor',
    kind: 'ward',
    day: from.slice(0, 10),
    during,
    planned: during,
    confirmed: null,
    elsewhere: null,
    synthetic: false,
    version: 1,
    ofRoster: true,
    byOwnOrder: false,
    ...rest,
  };
}
