import type { Month } from '../../lib/calendar/month.ts';
import type { PerformanceArea, Period } from '../model.ts';
import type { EthnicGroup } from './ethnic-groups.ts';

/** Who said of which ethnicity a person is. */
export type DefinedBy = 'self' | 'officer';

/** The size of the areas within which groups are compared. */
export type ComparedWithin = 'lsoas' | 'wards';

/** What was asked; null or left out for what is shown by itself. */
export interface DisproportionalityAsked {
  area: string | null;
  period: string | null;
  by: DefinedBy;
  /** Only searches for it, such as "drugs"; null for all. */
  object: string | null;
  /** Only searches with this outcome, such as "arrest"; null for all. */
  outcome: string | null;
  /** null: LSOAs where their boundaries are held, else wards. */
  within: ComparedWithin | null;
}

/** 95 %; the upper end is null where it is without limit. */
export type Interval = [number, number | null];

/**
 * One ethnic group against White people. Ratios are rounded to two decimals: with all their digits, those over small
 * areas could be solved for the counts of each.
 */
export interface GroupRow {
  group: EthnicGroup;
  title: string;
  /** Searches of people of the group in the area; null where the group is not one that officers use. */
  searches: number | null;
  residents: number;
  /** Searches per 1,000 residents a year, to one decimal. */
  ratePer1000AYear: number | null;
  /** Within small areas (Mantel–Haenszel); null for White, too few searches, or none of the group. */
  ratio: number | null;
  /** Allows for areas that differ and vary together; at least as wide as that of the counts alone. */
  interval: Interval | null;
  /** Of Poisson counts (Greenland and Robins). */
  countsInterval: Interval | null;
  /** Over the whole area at once, with its exact interval of the counts. */
  wholeAreaRatio: number | null;
  wholeAreaInterval: Interval | null;
  /** Were all searches of unknown ethnicity of White people; of this group; of each in its known share. */
  lowest: number | null;
  highest: number | null;
  proportional: number | null;
  /** Why there is no ratio; null where there is one, and for White. */
  missing: string | null;
  /** What it can bear, for people. */
  words: string;
}

/** One object or outcome, with each group's ratio to White. */
export interface BreakdownRow {
  name: string;
  title: string;
  /** Searches of people, of any or unknown ethnicity. */
  searches: number;
  groups: Pick<GroupRow, 'group' | 'searches' | 'ratio' | 'interval' | 'missing'>[];
}

/** How many searches of people of a group were followed by anything. */
export interface FindRow {
  group: EthnicGroup;
  title: string;
  /** Searches whose outcome is stated. */
  searches: number | null;
  followed: number | null;
  /** A fraction of one, with its exact interval; null with too few searches. */
  share: number | null;
  interval: [number, number] | null;
  /** The share divided by that of White people (Katz). */
  ratio: number | null;
  ratioInterval: Interval | null;
  words: string;
}

/** Recorded victims of a group against its residents. */
export interface VictimRow {
  group: EthnicGroup;
  title: string;
  victims: number;
  residents: number;
  ratePer1000AYear: number;
  ratio: number | null;
  interval: Interval | null;
  words: string;
}

/** Victims by ethnic group, where counts of them are held. */
export interface Victims {
  rows: VictimRow[];
  /** Victims whose ethnic group is not stated. */
  unknown: number;
  months: number;
  vintage: string;
}

/** A ward's searches by group: for staff alone, for they are about few people. */
export interface WardRow {
  ward: string;
  searches: Record<EthnicGroup, number>;
  unknown: number;
  /** Black people against White people, of the counts alone; null with too few. */
  ratio: number | null;
  interval: Interval | null;
}

/** What lies behind the rows and limits them. */
export interface SearchesBehind {
  /** Searches of people located in the area that match what was asked; of unknown ethnicity among them. */
  people: number;
  unknown: number;
  /** Searches of vehicles alone, located in the area: of nobody, so in no ratio. */
  vehiclesOnly: number;
  /** Of the force in these months, anywhere: without a location, and with one. */
  unlocated: number;
  located: number;
  /** With a location, in none of the small areas held. */
  outside: number;
  monthsHeld: number;
  missingMonths: Month[];
}

/** Stop and search in an area by ethnicity, against who lives there. */
export interface Disproportionality {
  kind: 'shown';
  area: PerformanceArea;
  period: Period;
  by: DefinedBy;
  object: string | null;
  outcome: string | null;
  within: ComparedWithin;
  /** Small areas in which the groups are compared. */
  smallAreas: number;
  rows: GroupRow[];
  objects: BreakdownRow[];
  outcomes: BreakdownRow[];
  finds: FindRow[];
  behind: SearchesBehind;
  /** null where no counts of victims are held for the area and period. */
  victims: Victims | null;
  /** null for who may not see them. */
  wards: WardRow[] | null;
  /** Searches of a group under which no ratio is given. */
  least: number;
  vintages: string[];
  files: string[];
  synthetic: boolean;
}

/** Why nothing is shown, in one sentence, with areas that may be asked instead. */
export interface DisproportionalityRefused {
  kind: 'refused';
  /** True: no searches are held at all, whatever is asked. */
  nothingHeld?: boolean;
  because: string;
  near: readonly { word: string; name: string }[];
}
