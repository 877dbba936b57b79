import type { PostBook } from '../post-book.ts';
import { boroughBalance, type UnitBalance } from './borough-balance.ts';
import { type BoroughStrengths, boroughStrengths } from './borough-strength.ts';
import { type FundedPost, fundedPostsOn } from './funded-posts.ts';
import { type ManagementCount, managementOn } from './management.ts';
import { isRecorded } from './recorded-since.ts';
import { type SharedPost, sharedPostsOn } from './shared-posts.ts';
import { type InvestigationSupervision, supervisoryRatios } from './supervisory-ratio.ts';
import { type UnitStrength, unitStrength } from './unit-strength.ts';
import { type Vacancy, vacanciesOn } from './vacancies.ts';
import type { WardFloor } from './ward-kind.ts';
import { strengthIsKnown, type WardStrength, wardStrengthOn } from './ward-strength.ts';

/** Everything about establishment, strength and vacancy on a date. */
export interface StrengthReport extends UnitStrength, BoroughStrengths {
  name: string;
  asAt: string;
  synthetic: boolean;
  /** Whether the reader sees the whole unit. */
  whole: boolean;
  /** Whether the book holds anybody's posting. */
  strengthKnown: boolean;
  floor: WardFloor;
  /** `recorded`: the book says who is posted in the wards of this borough by the date; else counts of people mean nothing. */
  wards: (WardStrength & { borough: string; recorded: boolean })[];
  vacancies: Vacancy[];
  funded: FundedPost[];
  shared: SharedPost[];
  management: ManagementCount;
  supervision: InvestigationSupervision[];
  /** null: not asked about, or there are no figures of demand. */
  balance: UnitBalance | null;
}

/** What a report needs beside the book. */
interface AskedReport {
  place: string;
  recorded: ReadonlyMap<string, string>;
  floor: WardFloor;
  demandShares: Map<string, number> | null;
}

/**
 * Puts together what is counted of a book on a date.
 * @param place name of what the book is of: the unit, or the borough or ward it was narrowed to
 * @param recorded since when the whole book says who is posted in each borough's wards: a ward alone does not say
 * @param floor what every ward is promised on the date
 */
export function strengthReport(
  book: PostBook,
  asAt: string,
  { place, recorded, floor, demandShares }: AskedReport,
): StrengthReport {
  const names = new Map(book.boroughs.map(({ code, name }) => [code, name]));
  return {
    name: place,
    asAt,
    synthetic: book.synthetic,
    whole: book.whole,
    strengthKnown: strengthIsKnown(book, asAt),
    floor,
    ...unitStrength(book, asAt),
    ...boroughStrengths(book, asAt),
    wards: wardStrengthOn(book, asAt, floor).map((ward) => ({
      ...ward,
      borough: names.get(ward.boroughCode) ?? ward.boroughCode,
      recorded: isRecorded(recorded, ward.boroughCode, asAt),
    })),
    vacancies: vacanciesOn(book, asAt),
    funded: fundedPostsOn(book, asAt),
    shared: sharedPostsOn(book, asAt),
    management: managementOn(book, asAt),
    supervision: supervisoryRatios(book, asAt),
    balance: demandShares === null ? null : boroughBalance(book, asAt, demandShares),
  };
}
