import { percent } from '../../ui/percent.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { sayPublication } from '../pages/say-publication.ts';
import type { ServiceReport } from './model.ts';
import { sayServiceAnswer } from './say-service-answer.ts';
import { type Section, sectionsOf } from './sections-of.ts';
import { type ServiceRow, serviceRows } from './service-rows.ts';

/** The report as lines of the command line: a heading for each section, and a line for each figure. */
export function serviceLines(report: ServiceReport): string[] {
  const { area, periods } = report;
  const rows = serviceRows(report);
  const { figure, rest } = sayServiceAnswer(report);
  return [
    `${area.name}: ${periods.current.label} against ${periods.previous.label}`,
    `${figure} ${rest}`,
    ...sectionsOf(report).flatMap((section) => [
      '',
      section.title,
      ...rows.filter((row) => row.section === section.title).map(lineOf),
      `  ${saySource(section)}`,
    ]),
    ...(report.remarks.length === 0 ? [] : ['', ...report.remarks]),
    '',
    'No outcome is favoured over another. Ranges are 95%.',
  ];
}

/** Where the figures of a section are from; of one without any, which file would bring them. */
function saySource(section: Section): string {
  if (section.kind === 'lacking')
    return `A plain CSV brings them: src/sources/${section.source}/README.md describes its columns.`;
  const madeUp = section.synthetic ? ' Made up by Wardroom’s demonstration.' : '';
  return `${sayPublication([section.vintage], section.sources)}${madeUp}`;
}

function lineOf(row: ServiceRow): string {
  const head = [row.about, row.measure].filter((word) => word !== '').join(', ');
  const figures = [saidNow(row), row.previous === null ? '' : `before ${saidOf(row.previous, row.previousOf)}`];
  const said = [figures.filter((word) => word !== '').join('; '), row.words].filter((word) => word !== '').join('. ');
  return `  ${head}: ${said}`;
}

function saidNow(row: ServiceRow): string {
  const count = row.current === null ? '' : saidOf(row.current, row.currentOf);
  const few = row.words.startsWith('Too few');
  if (row.share !== null && !few) {
    const range =
      row.low === null || row.high === null ? 'margin unknown' : `${percent(row.low)} to ${percent(row.high)}`;
    const asked = row.current === null && row.currentOf !== null ? `, ${wholeNumber(row.currentOf)} asked` : '';
    return `${percent(row.share, row.decimals)} (${range})${count === '' ? asked : `, ${count}`}`;
  }
  if (row.current === null && row.low !== null)
    return row.high === null ? `over ${row.low} minutes` : `above ${row.low}, up to ${row.high} minutes`;
  return count;
}

const saidOf = (count: number, of: number | null): string =>
  of === null ? wholeNumber(count) : `${wholeNumber(count)} of ${wholeNumber(of)}`;
