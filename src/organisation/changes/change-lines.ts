import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { type Report, table } from '../report.ts';
import type { Span } from '../strength/floor-breaches.ts';
import type { ManagementChange } from '../strength/management.ts';
import { sayNumber } from '../strength/say-number.ts';
import type { BeforeAndAfter, FromUnit } from './before-and-after.ts';
import type { Losses } from './who-lost-what.ts';

/** Changes of a unit's establishment by a date, and who lost what over a span. */
export interface ChangesReport {
  unit: string;
  asAt: string;
  synthetic: boolean;
  changes: BeforeAndAfter[];
  span: Span;
  losses: Losses;
  /** From the first day of the span to its last. */
  management: ManagementChange;
}

/** Establishment changes as a terminal shows them, the answer first. */
export function changeLines({ unit, asAt, synthetic, changes, span, losses, management }: ChangesReport): Report {
  const complete = changes.filter(({ state }) => state === 'complete').length;
  const running = changes.filter(({ state }) => state === 'under way').length;
  const mark = synthetic ? ' (synthetic)' : '';
  return [
    `${unit} as at ${longDate(asAt)}: ${countWords(changes.length, 'change')} of the establishment, ${complete} complete and ${running} under way${mark}.`,
    ...changes.flatMap((each) => ['', ...sentences(each)]),
    '',
    ...lost(losses, span),
    '',
    ...managed(management, span),
  ];
}

function sentences({ change, state, before, after, delivered, outstanding, sources, ended }: BeforeAndAfter): string[] {
  const head = `${change.title} (${change.reference})`;
  const promised = change.promised === null ? 'no number was promised' : `${sayNumber(change.promised)} promised`;
  if (after === null || delivered === null)
    return [
      `${head}: begins on ${longDate(change.begins)}; ${promised}.`,
      `Now ${sayNumber(before.establishment)} posts.`,
    ];
  const gained = delivered < 0 ? `${sayNumber(-delivered)} lost` : `${sayNumber(delivered)} gained`;
  const missing = outstanding === null || outstanding <= 0 ? '' : `, ${sayNumber(outstanding)} outstanding`;
  const people =
    before.people === null || after.people === null
      ? []
      : [`People posted: ${sayNumber(before.people.strength)} before, ${sayNumber(after.people.strength)} after.`];
  return [
    `${head}: ${state === 'complete' ? 'complete' : `under way until ${longDate(change.completes)}`}; ${promised}, ${gained}${missing}.`,
    `Full-time equivalents of posts: ${sayNumber(before.establishment)} on ${longDate(before.on)}, ${sayNumber(after.establishment)} on ${longDate(after.on)}.`,
    ...people,
    ...(sources.length === 0 ? [] : [`New posts came from: ${sources.map(sayUnit).join('; ')}.`]),
    ...(ended.posts === 0
      ? []
      : [`${countWords(ended.posts, 'post')} ended (${sayNumber(ended.fullTimeEquivalents)}).`]),
  ];
}

const sayUnit = ({ unit, posts, fullTimeEquivalents }: FromUnit) =>
  `${unit ?? 'not recorded'}, ${countWords(posts, 'post')} (${sayNumber(fullTimeEquivalents)})`;

function lost({ units, notRecorded }: Losses, { from, to }: Span): Report {
  const during = `from ${longDate(from)} to ${longDate(to)}`;
  const unknown =
    notRecorded.posts === 0
      ? []
      : [`Of ${countWords(notRecorded.posts, 'post')} that began then the book does not say where they came from.`];
  if (units.length === 0) return [`No unit is recorded as having given up posts or people ${during}.`, ...unknown];
  return [
    `Who gave up posts and people ${during}:`,
    ...table(
      ['Unit', 'Posts', '>FTE', '>People transferred'],
      units.map(({ unit, posts, fullTimeEquivalents, officers }) => [
        unit,
        posts.map(({ rank, posts: count }) => `${count} ${rank}`).join(', '),
        sayNumber(fullTimeEquivalents),
        String(officers),
      ]),
    ),
    ...unknown,
  ];
}

function managed({ before, after }: ManagementChange, { from, to }: Span): Report {
  const say = ({ management, operational, establishmentRatio }: ManagementChange['before']) => {
    const ratio = establishmentRatio === null ? '' : `, ${establishmentRatio.toFixed(1)} to one`;
    return `${sayNumber(operational.establishment)} operational and ${sayNumber(management.establishment)} that manage${ratio}`;
  };
  return [`Posts on ${longDate(from)}: ${say(before)}. On ${longDate(to)}: ${say(after)}.`];
}
