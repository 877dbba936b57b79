import { withinTheSum, withoutDoubleBooking } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { KIND_NAMES } from './book-kinds.ts';
import type { OfficerRank } from './book-rows.ts';
import { checkPostings, letPostingsChangePlaces } from './import-store.ts';
import type { KindTables, Writing } from './kind-tables.ts';
import { idsOf, writeOfficers, writeRanks, writeShares } from './people-store.ts';
import type { Difference, Differences } from './stand-together.ts';
import { writeBoroughsOfUnits } from './units-store.ts';
import { insertBookRows, updateBookRow } from './write-store.ts';

/**
 * Writes what differs, in the order in which rows speak of each other. The check of officers' sums waits for the end, so
 * that postings may change places.
 * @param given.officersHeld references of the officers that the unit has
 * @throws SumTooGreat, DoubleBooked for what others wrote meanwhile, or what the writer may not see
 */
export async function writeDifferences(
  trx: Records,
  differences: Differences,
  { officersHeld, ...given }: Omit<Writing, 'ids'> & { officersHeld: ReadonlySet<string> },
): Promise<void> {
  const { unit } = given;
  await letPostingsChangePlaces(trx);
  await writeBoroughsOfUnits(trx, differences.units);
  const nobody = { officer: new Map(), post: new Map(), course: new Map(), asset: new Map() };
  for (const kind of ['clusters', 'posts', 'courses', 'assets'] as const)
    await writeKind(trx, kind, differences, { ...given, ids: nobody });
  await writeOfficers(trx, whoIsNew(differences.officers, officersHeld), given);
  const ids = {
    officer: await idsOf(trx, 'officer', unit),
    post: await idsOf(trx, 'post', unit),
    course: await idsOf(trx, 'course', unit),
    asset: await idsOf(trx, 'asset', unit),
  };
  const writing = { ...given, ids };
  const rowsOf = <Row>({ added, changed }: Difference<Row>) => [...added, ...changed].map(({ row }) => row);
  await writeShares(trx, rowsOf(differences.posts), writing);
  const ranks = { added: differences.officers.added, changed: differences.officers.changed };
  await writeRanks(
    trx,
    { added: ranks.added.map(({ row }) => row), changed: ranks.changed.map(({ row }) => row) },
    writing,
  );
  const written = new Set(['units', 'clusters', 'posts', 'courses', 'assets', 'officers', 'bookings']);
  for (const kind of KIND_NAMES)
    if (!written.has(kind)) await writeKind(trx, kind as keyof KindTables, differences, writing);
  await withoutDoubleBooking(
    trx,
    { constraint: 'bookings_never_overlap', findClash: async () => null, say: () => BOOKED },
    () => writeKind(trx, 'bookings', differences, writing),
  );
  await withinTheSum(trx, { constraint: 'no_officer_is_posted_above_one', say: sayTooGreat }, () => checkPostings(trx));
}

const BOOKED = 'An asset was booked meanwhile for a time that the book has too: nothing was imported; try again.';
const sayTooGreat = ({ from, sum }: { from: string | null; sum: string }) =>
  `An officer would be posted ${sum} from ${from ?? 'the beginning'}, with what somebody wrote meanwhile: nothing was imported; try again.`;

async function writeKind<Kind extends keyof KindTables>(
  trx: Records,
  kind: Kind,
  differences: Differences,
  writing: Writing,
): Promise<void> {
  const { added, changed } = differences[kind];
  for (const { row } of changed) await updateBookRow(trx, kind, row, writing);
  await insertBookRows(
    trx,
    kind,
    added.map(({ row }) => row),
    writing,
  );
}

/** Officers by reference: those nobody knew, and those whose rows say something else than before. */
function whoIsNew({ added, changed }: Difference<OfficerRank>, held: ReadonlySet<string>) {
  const named = new Map([...added, ...changed].map(({ row }) => [row.reference, row]));
  const all = [...named.values()];
  return {
    added: all.filter(({ reference }) => !held.has(reference)),
    changed: all.filter(({ reference }) => held.has(reference)),
  };
}
