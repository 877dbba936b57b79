import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { percent } from '../../ui/percent.ts';
import { type Report, table } from '../report.ts';
import type { CourseCoverage, CoverageCount } from './coverage.ts';
import type { PostedOfficer } from './posted-officers.ts';

/** How far required courses are held, as a terminal shows it. */
export function coverageLines(unit: string, asAt: string, courses: readonly CourseCoverage[]): Report {
  const required = courses.filter(({ everybody }) => everybody.required > 0);
  const behind = required.filter(({ everybody: { expired, never } }) => expired + never > 0);
  const external = courses.filter(({ course }) => course.externalTrainer !== null);
  return [
    `${unit} as at ${longDate(asAt)}: ${countWords(courses.length, 'course')}, ${required.length} required of somebody; ` +
      `${behind.length === 0 ? 'each is held by all of whom it is required' : `${behind.length} not held by all of whom they are required`}.`,
    '',
    ...table(
      ['Course', ...COUNTS],
      courses.map(({ course, everybody }) => [course.title, ...counts(everybody)]),
    ),
    ...required.flatMap(({ course, byTeam }) => [
      ...(byTeam.length === 0 ? [] : ['']),
      ...table(
        [`${course.title}, by team`, ...COUNTS],
        byTeam.map((each) => [each.team, ...counts(each)]),
      ),
    ]),
    ...external.map(({ course }) => `${course.title} is taught by ${course.externalTrainer}.`),
    'Expiring: within 90 days. People are counted, each once in all and in each of their teams.',
  ];
}

const COUNTS = ['>Required', '>Held', '>Expiring', '>Expired', '>Never', '>Covered'];

const counts = ({ required, held, expiring, expired, never }: CoverageCount) => [
  ...[required, held, expiring, expired, never].map(String),
  required === 0 ? '–' : percent((held + expiring) / required, 0),
];

/** Who is trained in a course, as a terminal shows it. */
export function trainedLines(course: string, asAt: string, officers: readonly PostedOfficer[]): Report {
  const who = officers.length === 1 ? '1 person holds' : `${countWords(officers.length, 'person', 'people')} hold`;
  return [
    `As at ${longDate(asAt)}, ${who} ${course}.`,
    ...table(
      ['Number', 'Name', 'Rank', 'Teams'],
      officers.map(({ reference, name, rank, teams }) => [reference, name, rank ?? 'not recorded', andList(teams)]),
    ),
  ];
}
