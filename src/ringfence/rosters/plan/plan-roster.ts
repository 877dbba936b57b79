import { groupBy } from '../../../organisation/index.ts';
import { saySpan } from '../../../ui/say-span.ts';
import type { Absence } from '../../model.ts';
import type { HeldRow, RosterRow } from '../model.ts';
import { addTo } from './add-to-plan.ts';
import { joinRows } from './join-rows.ts';
import { keepChargesInReach } from './keep-charges-in-reach.ts';
import type { HeldDuty, HeldLeave, PlacedRow, RosterPlan, RosterRecords } from './model.ts';
import { placeRow } from './place-row.ts';
import { settleKey } from './settle-key.ts';
import { settleOfficer } from './settle-officer.ts';
import { type DaySpan, wholeSpan, whyStays } from './whole-span.ts';

/** A roster that was read, and whether it says that it is whole: whatever it does not have on its days is not to be. */
export interface RosterToPlan {
  rows: readonly RosterRow[];
  held: readonly HeldRow[];
  whole: boolean;
}

/**
 * What taking a roster in would do. Every row is one of: a duty or a time away that is added, leave, a change, unchanged,
 * or held back with a sentence; nothing is lost, and the order of rows does not matter.
 */
export function planRoster(roster: RosterToPlan, records: RosterRecords): RosterPlan {
  const found = roster.rows.map((row) => placeRow(row, records));
  const placed = found.flatMap((each) => ('placed' in each ? [each.placed] : []));
  const held = [...roster.held, ...found.flatMap((each) => ('held' in each ? [each.held] : []))];
  const span = roster.whole ? wholeSpan(roster.rows, held) : null;
  const restDays = records.duties.filter(({ kind }) => kind === 'rest-day');
  const plan = { ...emptyPlan(held, roster.whole && span === null), restDays };
  const around: Around = {
    records,
    span,
    duties: groupBy(records.duties, whose),
    leave: groupBy(records.leave, whose),
    absences: groupBy(records.absences, ({ duty }) => duty),
    unread: new Set(held.map(keyOf)),
  };
  for (const rows of groupBy(placed, whose).values()) takeOfficer(plan, rows, around);
  return { ...plan, settles: settledBy(placed, plan.held) };
}

interface Around {
  records: RosterRecords;
  /** null: nothing is removed. */
  span: DaySpan | null;
  duties: ReadonlyMap<number, HeldDuty[]>;
  leave: ReadonlyMap<number, HeldLeave[]>;
  /** By duty. */
  absences: ReadonlyMap<number, Absence[]>;
  /** Officers and days of rows that are held back. */
  unread: ReadonlySet<string>;
}

const whose = ({ officer }: { officer: number }): number => officer;
const keyOf = ({ officer, day }: HeldRow): string => settleKey(officer ?? '', day ?? '');

function takeOfficer(plan: RosterPlan, rows: readonly PlacedRow[], around: Around): void {
  const { records, span, unread, absences } = around;
  const [first] = rows;
  if (first === undefined) return;
  const reference = first.row.officer;
  const duties = around.duties.get(first.officer) ?? [];
  const leave = around.leave.get(first.officer) ?? [];
  const joined = joinRows(rows, records);
  const doubtful = new Set(joined.held.map(keyOf));
  const lacking = (row: HeldDuty | HeldLeave): boolean => {
    const key = settleKey(reference, row.day);
    const within = span !== null && row.day >= span.first && row.day <= span.last;
    return within && row.ofRoster && !unread.has(key) && !doubtful.has(key);
  };
  const goes = (row: HeldDuty | HeldLeave) => lacking(row) && whyStays(row, absences) === null;
  const ofDuty = ({ id }: HeldDuty) => (absences.get(id) ?? []).filter(({ standing }) => standing !== 'withdrawn');
  const held = { duties, leave, goes, absencesOf: ofDuty, ownOrders: records.ownOrders };
  const settled = keepChargesInReach(settleOfficer(joined, held), duties);
  addTo(plan, settled, records);
  const unspoken = (row: HeldDuty | HeldLeave) => !settled.spoken.has(row) && lacking(row);
  plan.removeLeave.push(...leave.filter(unspoken));
  for (const duty of duties.filter(unspoken)) {
    const because = whyStays(duty, absences);
    if (because === null) plan.removeDuties.push(duty);
    else plan.held.push(staying(duty, reference, because));
  }
}

/** Officers and days all of whose rows were taken. */
function settledBy(placed: readonly PlacedRow[], held: readonly HeldRow[]): Set<string> {
  const doubtful = new Set(held.map(keyOf));
  return new Set(placed.map(({ row }) => settleKey(row.officer, row.day)).filter((key) => !doubtful.has(key)));
}

const staying = (duty: HeldDuty, officer: string, because: string): HeldRow => ({
  line: 0,
  written: '',
  said: `The file no longer has the duty of ${officer} ${saySpan(duty.during)}, and ${because}: it stays, so remove it by hand if it was not worked.`,
  officer,
  day: duty.day,
});

function emptyPlan(held: readonly HeldRow[], notWhole: boolean): RosterPlan {
  return {
    add: [],
    change: [],
    away: [],
    restDays: [],
    addLeave: [],
    changeLeave: [],
    removeDuties: [],
    removeLeave: [],
    held: [...held],
    outcomes: { duty: 0, absence: 0, leave: 0, changed: 0, unchanged: 0, held: held.length },
    corrections: 0,
    settles: new Set(),
    notWhole: notWhole
      ? 'Nothing is removed: rows that cannot be read may be those that seem to be missing, so correct them first.'
      : null,
  };
}
