import { referenceAreas } from '../../geography/index.ts';
import type { Problem } from '../../lib/refused.ts';
import type { Days } from '../post-book.ts';
import { RANKS } from '../reference/ranks.ts';
import { type WardFloor, wardKindOf } from '../strength/ward-kind.ts';
import type { Change } from './change-book-service.ts';
import { floorBreach } from './floor-breach.ts';
import type { HeldPosting, Seat } from './model.ts';
import { readAbsences, readPostingsInWard, readRotationsOutOf } from './postings-store.ts';
import { wardFloorProblem } from './ward-floor-problem.ts';

type FloorOn = (date: string) => WardFloor;
/** Somebody's part of a ward post, on days on which the ward is without it now. */
interface Left {
  held: HeldPosting;
  home: Seat;
  lent: { from: string; until: string };
  floorOn: FloorOn;
}

/** Whether the ward that an officer leaves has its floor on every day that they are away, as postings now are. */
export async function floorProblem({ trx }: Pick<Change, 'trx'>, left: Left): Promise<Problem | null> {
  const { held, home, lent } = left;
  const kind = wardKindOf(home.rank);
  const [ward, ...others] = home.wards;
  if (kind === null || home.duty !== 'ward' || ward === undefined || others.length > 0) return null;
  const ranks = RANKS.map(({ rank }) => rank).filter((rank) => wardKindOf(rank) === kind);
  const after = (await readPostingsInWard(trx, { ward, ranks, days: lent })).map(asCounted);
  const away = await readAbsences(trx, [held.officer.id, ...after.map(({ officer }) => officer)]);
  const before = [...after, { officer: held.officer.id, fraction: held.fraction, during: lent }];
  const breach = floorBreach({ before, after, away, days: lent, floorOn: (date) => left.floorOn(date)[kind] });
  if (breach === null) return null;
  const name = referenceAreas(home.boundaryVersion ?? 'wards-2022').find(({ code }) => code === ward)?.name ?? ward;
  return { field: 'cover', sentence: wardFloorProblem(name, kind, breach) };
}

/**
 * Whether a posting to a ward that has ended earlier leaves it below its floor while somebody is lent out of it: they were
 * let go because of who stayed.
 * @param ended.during the days that are left of it
 */
export async function coverProblem(
  change: Pick<Change, 'trx'>,
  ended: { held: HeldPosting; seat: Seat; during: Days; floorOn: FloorOn },
): Promise<Problem | null> {
  const { held, seat, during, floorOn } = ended;
  const [ward] = seat.wards;
  if (held.kind === 'rotation' || ward === undefined || during.until === null) return null;
  const given = { from: during.until, until: held.during.until };
  if (given.until !== null && given.until <= given.from) return null;
  for (const { during: away } of await readRotationsOutOf(change.trx, { ward, days: given })) {
    const from = away.from > given.from ? away.from : given.from;
    const ends = [away.until, given.until].filter((end) => end !== null).toSorted()[0] ?? from;
    const found = await floorProblem(change, { held, home: seat, lent: { from, until: ends }, floorOn });
    if (found !== null) return { ...found, field: 'last' };
  }
  return null;
}

const asCounted = ({ officer, fraction, during }: HeldPosting) => ({ officer: officer.id, fraction, during });
