import type { HeldRow, RosterRow } from '../model.ts';
import type { PlacedRow, PostThatDay, RosterRecords } from './model.ts';

/** Nothing is kept of days before the first policy. */
const FIRST_DAY = '2017-01-01';
/** Days ahead that a roster may plan. */
const MOST_DAYS_AHEAD = 400;
const DAY = 86_400_000;

/** Whose row it is and which ward's, or the sentence that says why it is held back. */
export function placeRow(row: RosterRow, records: RosterRecords): { placed: PlacedRow } | { held: HeldRow } {
  const held = (said: string): { held: HeldRow } => ({
    held: { line: row.line, written: row.written, said, officer: row.officer, day: row.day },
  });
  const far = farAway(row.day, records.today);
  if (far !== null) return held(far);
  const officer = records.officers.get(row.officer.toUpperCase());
  if (officer === undefined)
    return held(
      `There is no officer ${row.officer} in the part of the post book that is yours to see: correct the number, or have them added to the book.`,
    );
  const who = `${officer.name} (${officer.reference})`;
  const posts = records.postsOn(officer.reference, row.day);
  const covering = row.meaning.kind === 'away' && row.meaning.reason === 'cover-ward';
  const found = postOf(row, { who, posts, covering }, records);
  if (typeof found === 'string') return held(found);
  if (!records.mayWrite(found.place, row.day))
    return held(
      `${who} is posted to ${found.wardName} on ${row.day}, whose duties are not yours to write: leave the row to its sergeant or inspector.`,
    );
  const covered = covering ? coveredBy(row, found, records) : null;
  if (typeof covered === 'string') return held(covered);
  const event = eventOf(row, records);
  if ('because' in event) return held(event.because);
  return { placed: { row, officer: officer.id, name: who, post: found, covers: covered, event: event.key } };
}

function farAway(day: string, today: string): string | null {
  if (day < FIRST_DAY) return `${day} is before 2017, when dedicated ward officers began: correct the day.`;
  const ahead = (Date.parse(`${day}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / DAY;
  return ahead > MOST_DAYS_AHEAD ? `${day} is more than a year ahead: correct the day, or take it in later.` : null;
}

function postOf(
  row: RosterRow,
  { who, posts, covering }: { who: string; posts: readonly PostThatDay[]; covering: boolean },
  { wardCalled }: RosterRecords,
): PostThatDay | string {
  const [first] = posts;
  if (first === undefined)
    return `${who} has no ward post on ${row.day}: leave the row out, or enter the posting in the post book first.`;
  if (row.ward === '' || covering) return first;
  const named = wardCalled(row.ward, row.day);
  if (named === null) return noWard(row);
  const own = posts.find(({ place }) => place === named.place);
  if (own !== undefined) return own;
  const wards = posts.map(({ wardName }) => wardName).join(' and ');
  return `${who} is posted to ${wards} on ${row.day}, not to ${named.name}: leave the ward empty for duty in their own, or write the code COVER for cover of ${named.name}.`;
}

const noWard = ({ ward, day }: RosterRow) =>
  `There is no ward "${ward.slice(0, 60)}" in the unit on ${day}: write its name or code, or leave the ward empty.`;

function coveredBy(row: RosterRow, own: PostThatDay, { wardCalled }: RosterRecords): number | string {
  if (row.ward === '') return 'It does not say which ward was covered: write its name as the ward.';
  const named = wardCalled(row.ward, row.day);
  if (named === null) return noWard(row);
  return named.place === own.place
    ? `${own.wardName} is the officer’s own ward: write WARD for duty there, or the ward that was covered.`
    : named.place;
}

/** New Year's Eve runs on into the morning: a time away that begins after midnight is of the night before. */
function keyOf(event: 'carnival' | 'new-years-eve', day: string): string {
  const year = Number(day.slice(0, 4));
  return `${event}-${event === 'new-years-eve' && day.slice(5) === '01-01' ? year - 1 : year}`;
}

function eventOf(
  { meaning, event, day }: RosterRow,
  { hasEvent }: RosterRecords,
): { key: string | null } | { because: string } {
  if (meaning.kind !== 'away' && meaning.kind !== 'elsewhere')
    return event === null
      ? { key: null }
      : {
          because:
            'It names an event and its code is no absence: write the code of the absence, or take the event out.',
        };
  const key = event ?? (meaning.event === null ? null : keyOf(meaning.event, day));
  if (key !== null && !hasEvent(key))
    return {
      because: `There is no event "${key.slice(0, 80)}" in the calendar: enter it there first, or correct its key.`,
    };
  if (key === null && meaning.reason === 'major-emergency')
    return { because: 'It does not say which emergency: write the key of its event in the calendar.' };
  return { key };
}
