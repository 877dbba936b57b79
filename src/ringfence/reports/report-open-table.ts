import { type Cell, column, maybe, type OpenTable } from '../../lib/tables/index.ts';
import type { Minutes, MonthReport } from './model.ts';

const FIGURES = [
  ['promised_minutes', 'Promised minutes', 'Contracted minutes of the posts.', 'promisedMinutes'],
  ['vacancy_minutes', 'Vacancy minutes', 'Of the promise: posts that nobody was posted to.', 'vacancyMinutes'],
  [
    'leave_minutes',
    'Leave minutes',
    'Leave, sickness and adjusted duties together; missing where fewer than three officers had any.',
    'leaveMinutes',
  ],
  ['available_minutes', 'Available minutes', 'Rostered ward duty: the sum of the six that follow.', 'availableMinutes'],
  ['confirmed_minutes', 'Confirmed minutes', 'Kept, and somebody said so.', 'confirmedMinutes'],
  ['presumed_minutes', 'Presumed minutes', 'Kept as far as nobody said otherwise.', 'presumedMinutes'],
  ['exception_minutes', 'Exception minutes', 'Elsewhere for a named event or a major emergency.', 'exceptionMinutes'],
  ['permitted_minutes', 'Permitted minutes', 'Elsewhere for what the policy permits.', 'permittedMinutes'],
  ['breach_minutes', 'Breach minutes', 'Elsewhere against the ring-fence.', 'breachMinutes'],
  ['unruled_minutes', 'Minutes not ruled', 'Elsewhere, of posts whose ring-fence is an aspiration.', 'unruledMinutes'],
  [
    'unrostered_minutes',
    'Unrostered minutes',
    'What is left of the promise; below 0 where more was rostered; missing where leave is.',
    'unrosteredMinutes',
  ],
  ['off_duty_minutes', 'Off duty minutes', 'Leave and what is in no roster together.', 'offDutyMinutes'],
  ['rest_day_minutes', 'Rest day minutes', 'Worked elsewhere on rest days, besides all of these.', 'restDayMinutes'],
  ['overtime_minutes', 'Overtime minutes', 'Worked elsewhere as overtime, besides all of these.', 'overtimeMinutes'],
  ['late_minutes', 'Late minutes', 'Of the exceptions: authorised after they had begun.', 'lateMinutes'],
  [
    'literal_breach_minutes',
    'Literal breach minutes',
    'Breaches by the literal reading of 2017; missing in public of a ward.',
    'literalBreachMinutes',
  ],
] as const satisfies readonly (readonly [string, string, string, keyof Minutes])[];

/** What the public figures of some wards leave out. */
const NOT_ALWAYS: readonly (keyof Minutes)[] = ['leaveMinutes', 'unrosteredMinutes', 'literalBreachMinutes'];

/** Reports of some months as one table: a row for each class or group of each ward, and the months in order. */
export function reportOpenTable(reports: readonly MonthReport[], made: string): OpenTable {
  const live = reports.some(({ published }) => published === null);
  return {
    name: 'ring-fence',
    title: 'Ring-fence of ward officers',
    description: 'Minutes promised to wards, kept and called away, by ward and month.',
    columns: [
      column('month', 'Month', 'Month of the days on which duties began.', 'month'),
      column('unit', 'Command unit', 'Name of the command unit.'),
      column('ward_codes', 'Ward codes', 'Code of the ward; of several that are told together, with a space between.'),
      column('wards', 'Wards', 'Names of the wards, with a semicolon between.'),
      column('post_classes', 'Classes of posts', 'floor, extra, pcso, or several of them.'),
      ...FIGURES.map(([name, title, description, figure]) =>
        (NOT_ALWAYS.includes(figure) ? maybe : column)(name, title, description, 'whole number'),
      ),
      column('complete', 'Complete', 'Whether the month of the area asked for is complete.', 'yes or no'),
      maybe('revision', 'Revision', 'Of what is public; missing in live figures.', 'whole number'),
      column('policy', 'Policy', 'The policy that it was ruled by.'),
    ],
    key: ['month', 'unit', 'ward_codes', 'post_classes'],
    rows: reports.flatMap(rowsOf),
    notes: [
      ...(reports.some(({ synthetic }) => synthetic)
        ? ['Synthetic: made up for the demonstration, and about nobody.']
        : []),
      ...(live
        ? ['Live figures, which may change; they are not public.']
        : [
            'Every row has at least three officers behind it, or none. Later revisions take the place of earlier ones.',
          ]),
    ],
    sources: [{ title: 'Wardroom, ring-fence ledger of the command unit' }],
    made,
  };
}

function rowsOf(report: MonthReport): Cell[][] {
  const { month, unit, complete, published, policy } = report;
  const row = (
    codes: readonly string[],
    names: readonly string[],
    classes: readonly string[],
    minutes: Minutes,
  ): Cell[] => [
    ...[month, unit, codes.join(' '), names.join('; '), classes.join(' ')],
    ...FIGURES.map(([, , , figure]) => minutes[figure]),
    ...[complete, published?.revision ?? null, policy.title],
  ];
  return [
    ...report.wards.map((ward) => row([ward.code], [ward.name], ward.classes, ward)),
    ...report.together.map((group) =>
      row(
        group.wards.map(({ code }) => code),
        group.wards.map(({ name }) => name),
        group.classes,
        group,
      ),
    ),
  ];
}
