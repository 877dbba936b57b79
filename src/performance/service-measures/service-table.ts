import type { OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { ServiceReport } from './model.ts';
import { sectionsOf } from './sections-of.ts';
import { type ServiceRow, serviceRows } from './service-rows.ts';

const text = (name: string, title: string, description: string, always = true): TableColumn => ({
  ...{ name, title, description, type: 'text', always },
});
const number = (
  name: string,
  title: string,
  description: string,
  type: 'number' | 'whole number' = 'number',
): TableColumn => ({
  ...{ name, title, description, type, always: false },
});

const COLUMNS: TableColumn[] = [
  text('section', 'Section', 'What is measured.'),
  text('about', 'About', 'A grade, offence, question’s area or kind of work; empty where there is one only.', false),
  text('measure', 'Measure', 'What the figures count.'),
  number('current', 'Current', 'Count in the current period, or at its end.', 'whole number'),
  number('current_of', 'Current, of', 'What it is a part of, or people asked.', 'whole number'),
  number(
    'previous',
    'Previous',
    'Count in the previous period, or at the end of the month before the current one.',
    'whole number',
  ),
  number('previous_of', 'Previous, of', 'What that is a part of, or people asked.', 'whole number'),
  number('share', 'Share', 'Current share, from 0 to 1.'),
  number('low', 'From', 'Lower end of its 95% interval, or of the minutes in which a percentile lies.'),
  number('high', 'To', 'Upper end; empty where there is none.'),
  number(
    'change_low',
    'Change from',
    'Lower end of the 95% interval of the difference of two shares, or of the ratio of two counts.',
  ),
  number('change_high', 'Change to', 'Upper end of the same.'),
  text('words', 'In words', 'What the change can bear, or why there is no figure.', false),
];

/** The report as a table to be given out: a row for each figure. */
export function serviceTable(report: ServiceReport, made: string): OpenTable {
  const { area, periods } = report;
  const files = sectionsOf(report).flatMap((section) => (section.kind === 'lacking' ? [] : section.sources));
  return {
    name: `service-${area.word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    title: `The service the police gave: ${area.name}, ${periods.current.label}`,
    description: `Attendance, response times, surveys, outcomes, charges, backlogs and calls of ${area.name} in ${periods.current.label}, against ${periods.previous.label}.`,
    columns: COLUMNS,
    key: ['section', 'about', 'measure'],
    rows: serviceRows(report).map(cellsOf),
    notes: [
      ...report.remarks,
      'No outcome is called positive or favoured over another.',
      'Shares of fewer than 20 are mostly chance: read the counts.',
      'What is not held has one row that says so.',
    ],
    sources: [...new Set(files)].toSorted().map((title) => ({ title })),
    made,
  };
}

function cellsOf(row: ServiceRow) {
  return [
    ...[row.section, row.about, row.measure, row.current, row.currentOf, row.previous, row.previousOf],
    ...[row.share, row.low, row.high, row.changeLow, row.changeHigh, row.words],
  ];
}
