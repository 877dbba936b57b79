import type { Command } from 'commander';
import type { Platform } from '../platform/platform.ts';
import {
  answerFromBook,
  type BookOptions,
  type Edge,
  readCount,
  readDate,
  readMonth,
  type Said,
  withBookOptions,
} from './asked-commands.ts';
import { beforeAndAfter } from './changes/before-and-after.ts';
import { changeLines } from './changes/change-lines.ts';
import { rollOutOn, rollOutThrough } from './changes/roll-out.ts';
import { rollOutLines } from './changes/roll-out-lines.ts';
import { whoLostWhat } from './changes/who-lost-what.ts';
import type { PostBook } from './post-book.ts';
import { coverageOn } from './skills/coverage.ts';
import { coverageLines, trainedLines } from './skills/skill-lines.ts';
import { type TrainedWhere, whoIsTrained } from './skills/who-is-trained.ts';
import { floorBreaches } from './strength/floor-breaches.ts';
import { floorLines } from './strength/floor-lines.ts';
import { managementChange } from './strength/management.ts';
import { findPlace, type NarrowTo, narrowBook } from './strength/narrow-book.ts';
import { recordedSince } from './strength/recorded-since.ts';
import { strengthLines } from './strength/strength-lines.ts';
import { strengthReport } from './strength/strength-report.ts';
import { unrecordedDays } from './strength/unrecorded-days.ts';
import type { WardFloor } from './strength/ward-kind.ts';
import { wardTeams } from './strength/ward-teams.ts';
import { WrongUsage } from './wrong-usage.ts';

/** What these commands need of domains that come later. */
export interface ShowDependencies {
  /** What every ward is promised on a date: a rule of allocation. */
  floorOn: (date: string) => WardFloor;
  /** Share of a unit's demand by borough code on a date; null when figures give none. */
  demandShares: (platform: Platform, unit: string, asAt: string) => Promise<Map<string, number> | null>;
}

/** Adds "wardroom organisation show", "floor", "changes", "rollout" and "skills". */
export function showCommands(organisation: Command, edge: Edge, dependencies: ShowDependencies): void {
  withPlaceOptions(
    withBookOptions(
      organisation
        .command('show')
        .description(
          'establishment, strength and vacancy by rank, borough and ward, and which wards are below their floor',
        ),
    ),
  ).action((options: ShowOptions) =>
    answerFromBook(edge, options, (book, asAt, platform) => show(book, asAt, options, { platform, ...dependencies })),
  );
  organisation
    .command('floor')
    .description('the daily floor check: every run of days on which a ward has fewer officers or PCSOs than promised')
    .requiredOption('--from <date>', 'first day, such as 2026-01-01')
    .option('--to <date>', 'last day (default: today)')
    .option('--unit <name>', 'command unit; needed when there are several')
    .option('--json', 'as JSON')
    .action(({ to, ...options }: FloorOptions) =>
      answerFromBook(edge, { ...options, ...(to !== undefined && { asAt: to }) }, (book, last) =>
        floor(book, options, last, dependencies.floorOn),
      ),
    );
  withBookOptions(
    organisation
      .command('changes')
      .description('changes of the establishment: before, after, what was promised, and who gave up posts and people'),
  )
    .option('--from <date>', 'who gave up posts and people since this day (default: the first change)')
    .action((options: ChangesOptions) => answerFromBook(edge, options, (book, asAt) => changes(book, asAt, options)));
  withBookOptions(
    organisation.command('rollout').description('how many wards have so many officers or PCSOs, and which do not yet'),
  )
    .option('--officers <number>', 'dedicated ward officers each ward is to have (default: 2)')
    .option('--pcsos <number>', 'PCSOs each ward is to have, instead of officers')
    .option('--since <month>', 'month by month since this one, such as 2025-03')
    .action((options: RollOutOptions) => answerFromBook(edge, options, (book, asAt) => rollOut(book, asAt, options)));
  withPlaceOptions(
    withBookOptions(organisation.command('skills').description('how far required courses are held, and who holds one')),
  )
    .option('--course <reference>', 'who holds this course')
    .option('--team <name>', 'in this team; with --course')
    .option('--rank <name>', 'of this rank; with --course')
    .action((options: SkillsOptions) => answerFromBook(edge, options, (book, asAt) => skills(book, asAt, options)));
}

interface PlaceOptions {
  ward?: string;
  borough?: string;
}
type ShowOptions = BookOptions & PlaceOptions;
type FloorOptions = Omit<BookOptions, 'asAt'> & { from: string; to?: string };
type ChangesOptions = BookOptions & { from?: string };
type RollOutOptions = BookOptions & { officers?: string; pcsos?: string; since?: string };
type SkillsOptions = BookOptions & PlaceOptions & { course?: string; team?: string; rank?: string };

function withPlaceOptions(command: Command): Command {
  return command
    .option('--ward <name or code>', 'only this ward')
    .option('--borough <name or code>', 'only this borough');
}

/** The borough or ward that was asked for; null: the whole unit. */
function placeOf(book: PostBook, { ward, borough }: PlaceOptions, asAt: string): NarrowTo | null {
  if (ward !== undefined && borough !== undefined)
    throw new WrongUsage('Ask for a ward or for a borough, not for both.');
  const [kind, text] = ward === undefined ? (['borough', borough] as const) : (['ward', ward] as const);
  if (text === undefined) return null;
  const place = findPlace(book, kind, text, asAt);
  if (place === null)
    throw new WrongUsage(`${book.unit} has no ${kind} "${text}" on ${asAt}: "wardroom area list" names them all.`);
  return place;
}

async function show(
  book: PostBook,
  asAt: string,
  options: ShowOptions,
  { platform, floorOn, demandShares }: ShowDependencies & { platform: Platform },
): Promise<Said> {
  const place = placeOf(book, options, asAt);
  const report = strengthReport(place === null ? book : narrowBook(book, place), asAt, {
    place: place?.name ?? book.unit,
    recorded: recordedSince(wardTeams(book)),
    floor: floorOn(asAt),
    demandShares: place === null && book.whole ? await demandShares(platform, book.unit, asAt) : null,
  });
  return { json: report, report: strengthLines(report) };
}

function floor(book: PostBook, { from }: { from: string }, to: string, floorOn: ShowDependencies['floorOn']): Said {
  const span = { from: readDate(from), to };
  if (to < from) throw new WrongUsage(`The last day, ${to}, is before the first, ${from}.`);
  const check = {
    unit: book.unit,
    synthetic: book.synthetic,
    ...span,
    deployableKnown: book.absences !== null,
    breaches: floorBreaches(book, span, floorOn),
    unrecorded: unrecordedDays(book, span),
  };
  return { json: check, report: floorLines(check) };
}

function changes(book: PostBook, asAt: string, { from }: ChangesOptions): Said {
  const ordered = book.changes.toSorted((a, b) => (a.begins < b.begins ? -1 : 1));
  const since = from === undefined ? (ordered[0]?.begins ?? asAt) : readDate(from);
  if (from !== undefined && asAt < from) throw new WrongUsage(`The date asked about, ${asAt}, is before ${from}.`);
  const span = { from: since < asAt ? since : asAt, to: asAt };
  const report = {
    unit: book.unit,
    asAt,
    synthetic: book.synthetic,
    changes: ordered.map((change) => beforeAndAfter(book, change, asAt)),
    span,
    losses: whoLostWhat(book, span),
    management: managementChange(book, span.from, span.to),
  };
  return { json: report, report: changeLines(report) };
}

function rollOut(book: PostBook, asAt: string, { officers, pcsos, since }: RollOutOptions): Said {
  if (officers !== undefined && pcsos !== undefined)
    throw new WrongUsage('Ask for --officers or for --pcsos, not for both.');
  const goal =
    pcsos === undefined
      ? { kind: 'dwo' as const, atLeast: readCount(officers ?? '2') }
      : { kind: 'pcso' as const, atLeast: readCount(pcsos) };
  const now = rollOutOn(book, asAt, goal);
  const last = readMonth(asAt.slice(0, 7));
  const through = since === undefined ? [] : rollOutThrough(book, readMonth(since), last, goal);
  return { json: { unit: book.unit, synthetic: book.synthetic, ...now, through }, report: rollOutLines(now, through) };
}

function skills(book: PostBook, asAt: string, options: SkillsOptions): Said {
  const { course: asked, team, rank } = options;
  const place = placeOf(book, options, asAt);
  const { unit, synthetic } = book;
  if (asked === undefined) {
    if (team !== undefined || rank !== undefined) throw new WrongUsage('Say which course with --course.');
    const courses = coverageOn(place === null ? book : narrowBook(book, place), asAt);
    return { json: { unit, asAt, synthetic, courses }, report: coverageLines(place?.name ?? unit, asAt, courses) };
  }
  const course = book.courses.find(({ reference }) => reference.toLowerCase() === asked.toLowerCase());
  if (course === undefined) {
    const known = book.courses.map(({ reference }) => reference).join(', ');
    throw new WrongUsage(`There is no course "${asked}". Known: ${known === '' ? 'none' : known}.`);
  }
  const where: TrainedWhere = { ...(team && { team }), ...(rank && { rank }) };
  const officers = whoIsTrained(place === null ? book : narrowBook(book, place), course.reference, asAt, where);
  const json = { unit, asAt, synthetic, course: course.reference, officers };
  return { json, report: trainedLines(course.title, asAt, officers) };
}
