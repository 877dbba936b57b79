import { isOn } from '../../lib/calendar/day-runs.ts';
import type { Budget, PostBook } from '../post-book.ts';
import { STRANDS } from '../reference/strands.ts';
import { boroughBalance, type UnitBalance } from '../strength/borough-balance.ts';
import { type BoroughStrength, boroughStrengths } from '../strength/borough-strength.ts';
import { type FundedPost, fundedPostsOn } from '../strength/funded-posts.ts';
import { type ManagementCount, managementOn } from '../strength/management.ts';
import { recordedWardsOn } from '../strength/recorded-wards.ts';
import { type SharedPost, sharedPostsOn } from '../strength/shared-posts.ts';
import { type Supervision, supervisoryRatios } from '../strength/supervisory-ratio.ts';
import { type UnitStrength, unitStrength } from '../strength/unit-strength.ts';
import { type Vacancy, vacanciesOn } from '../strength/vacancies.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import type { WardStrength } from '../strength/ward-strength.ts';
import { type SeatLine, seatLines } from './seat-line.ts';

/** Who leads something: a borough, a strand or the unit. */
export interface Lead {
  what: string;
  /** Whoever is named for it; none: the book names nobody. */
  lines: SeatLine[];
}

/** The unit as its book has it on a day. */
export interface UnitView {
  strength: UnitStrength;
  boroughs: BoroughStrength[];
  budgets: Budget[];
  /** Boroughs by name of whose wards it is not recorded who is posted: whether these have their floor is not known. */
  unrecorded: string[];
  /** How many wards it is recorded of. */
  recorded: number;
  /** Wards with fewer posted than promised, by name. */
  below: WardStrength[];
  /** Wards with enough posted, of whom too few can be deployed; null: not for the reader's eyes. */
  notDeployable: WardStrength[] | null;
  wards: { code: string; name: string; boroughCode: string }[];
  leads: Lead[];
  shared: SharedPost[];
  funded: FundedPost[];
  vacancies: Vacancy[];
  management: ManagementCount;
  /** Detective sergeants to detectives: as people are posted, else as posts; null: no detective in the book. */
  investigation: Supervision | null;
  /** null: no demand is known on the day. */
  balance: UnitBalance | null;
}

/**
 * The unit on a day.
 * @param demandShares share of the unit's demand by borough code; null when none is known
 */
export function unitView(
  book: PostBook,
  asAt: string,
  floor: WardFloor,
  demandShares: Map<string, number> | null,
): UnitView {
  const wards = recordedWardsOn(book, asAt, floor);
  const isBelow = ({ dwo, pcso }: WardStrength) => dwo.below.posted || pcso.below.posted;
  const [investigation] = supervisoryRatios(book, asAt);
  const supervision = investigation?.strength ?? investigation?.posts ?? null;
  return {
    strength: unitStrength(book, asAt),
    boroughs: boroughStrengths(book, asAt).boroughs,
    budgets: book.budgets.filter(({ during }) => isOn(during, asAt)),
    unrecorded: book.boroughs
      .filter(
        ({ code, during }) =>
          isOn(during, asAt) &&
          !wards.some(({ boroughCode }) => boroughCode === code) &&
          book.wards.some((ward) => ward.boroughCode === code && isOn(ward.during, asAt)),
      )
      .map(({ name }) => name)
      .sort(),
    recorded: wards.length,
    below: wards.filter(isBelow),
    notDeployable:
      book.absences === null
        ? null
        : wards.filter(
            (ward) => !isBelow(ward) && (ward.dwo.below.deployable === true || ward.pcso.below.deployable === true),
          ),
    wards: book.wards.filter(({ during }) => isOn(during, asAt)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    leads: leadsOn(book, asAt),
    shared: sharedPostsOn(book, asAt),
    funded: fundedPostsOn(book, asAt),
    vacancies: vacanciesOn(book, asAt),
    management: managementOn(book, asAt),
    investigation: supervision === null || supervision.sergeants + supervision.constables === 0 ? null : supervision,
    balance: demandShares === null ? null : boroughBalance(book, asAt, demandShares),
  };
}

/** The commander, each strand's lead and each borough's named superintendent. */
function leadsOn(book: PostBook, asAt: string): Lead[] {
  const lines = seatLines(book, asAt, ({ duty }) => duty === 'leadership');
  const boroughs = book.boroughs
    .filter(({ during }) => isOn(during, asAt))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return [
    { what: 'The unit', lines: lines.filter(({ post }) => post.rank === 'Chief Superintendent') },
    ...boroughs.map(({ code, name }) => ({
      what: name,
      lines: lines.filter(({ post }) => post.leadsBorough === code),
    })),
    ...STRANDS.map((strand) => ({
      what: `${strand.charAt(0).toUpperCase()}${strand.slice(1)}`,
      lines: lines.filter(({ post }) => post.leadsStrand === strand),
    })),
  ];
}
