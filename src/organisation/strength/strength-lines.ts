import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { percent } from '../../ui/percent.ts';
import { type Report, table } from '../report.ts';
import type { UnitBalance } from './borough-balance.ts';
import { addUp } from './full-time-equivalents.ts';
import { sayNumber } from './say-number.ts';
import type { Strength } from './strength-of.ts';
import type { StrengthReport } from './strength-report.ts';
import type { Vacancy } from './vacancies.ts';
import { wardLines } from './ward-lines.ts';

/** Establishment, strength and vacancy as a terminal shows them, the answer first. */
export function strengthLines(report: StrengthReport): Report {
  const { name, asAt, synthetic, whole, unit, strengthKnown } = report;
  const mark = synthetic ? ' (synthetic)' : '';
  return [
    `${name} as at ${longDate(asAt)}: ${answer(unit)}${mark}.`,
    ...(strengthKnown ? [] : ['Nobody’s posting is recorded: strength and vacancies are unknown until they are.']),
    ...(whole ? [] : ['This is the part of the unit that you may see.']),
    ...wardLines(report),
    '',
    ...table(
      ['Rank', ...COUNTS],
      report.byRank.map((line) => [line.rank, ...counts(line)]),
    ),
    ...boroughs(report),
    ...vacancies(report.vacancies),
    ...shared(report),
    ...funded(report),
    '',
    ...management(report),
    ...report.supervision.slice(0, 1).flatMap(({ posts, strength }) => {
      if (posts.sergeants + posts.constables === 0) return [];
      const posted = strength === null ? '' : `; as posted ${strength.words}`;
      return [`Investigation, as posts: ${posts.words}${posted}.`];
    }),
    ...(report.balance === null ? [] : balance(report.balance)),
  ];
}

const COUNTS = ['>Posts', '>Establishment', '>Strength', '>Vacancy', '>People'];

const counts = ({ posts, establishment, people }: Strength) => [
  String(posts),
  sayNumber(establishment),
  ...(people === null
    ? ['unknown', 'unknown', 'unknown']
    : [sayNumber(people.strength), sayNumber(people.vacancy), String(people.heads)]),
];

function answer({ posts, establishment, people }: Strength): string {
  const there = `${countWords(posts, 'post')}, ${sayNumber(establishment)} full-time equivalents`;
  if (people === null) return there;
  const heads = people.heads === 1 ? '1 person' : countWords(people.heads, 'person', 'people');
  return `${there}; ${sayNumber(people.strength)} filled by ${heads}, ${sayNumber(people.vacancy)} vacant`;
}

function boroughs({ boroughs, ofNoBorough, shared }: StrengthReport): Report {
  if (boroughs.length < 2 && shared.length === 0) return [];
  const rows = boroughs.map(({ name, listed, apportioned }) => [
    name,
    sayNumber(listed.establishment),
    ...counts(apportioned).slice(1, 4),
  ]);
  const rest = ofNoBorough.posts === 0 ? [] : [['Of no borough', '', ...counts(ofNoBorough).slice(1, 4)]];
  return [
    '',
    ...table(['Borough', '>Listed', '>Its part', '>Strength', '>Vacancy'], [...rows, ...rest]),
    'Listed: a shared post in full on each borough’s list. Its part: by the fraction each has, which adds up to the unit.',
  ];
}

const LONGEST_LIST = 15;

function vacancies(all: readonly Vacancy[]): Report {
  if (all.length === 0) return [];
  const rows = all
    .slice(0, LONGEST_LIST)
    .map(({ post, rank, vacant, since, expectedFilled, overdue }) => [
      post,
      rank,
      sayNumber(vacant),
      longDate(since),
      expectedFilled === null ? 'not recorded' : `${longDate(expectedFilled)}${overdue ? ', overdue' : ''}`,
    ]);
  const more = all.length - rows.length;
  return [
    '',
    ...table(['Vacant post', 'Rank', '>Vacant', 'Since', 'Expected filled'], rows),
    ...(more > 0 ? [`And ${countWords(more, 'more vacancy', 'more vacancies')}: --json gives them all.`] : []),
  ];
}

function shared({ shared }: StrengthReport): Report {
  const rows = shared.map(({ post, title, shares }) => [
    post,
    title,
    andList(shares.map(({ borough, fraction }) => `${borough} ${sayNumber(fraction)}`)),
  ]);
  return rows.length === 0 ? [] : ['', ...table(['Shared post', 'Title', 'Shared by'], rows)];
}

function funded({ funded }: StrengthReport): Report {
  const rows = funded.map(({ post, fundedBy, fundedUntil, over }) => [
    post,
    fundedBy,
    fundedUntil === null ? 'not recorded' : `${longDate(fundedUntil)}${over ? ', over' : ''}`,
  ]);
  return rows.length === 0 ? [] : ['', ...table(['Funded post', 'Paid for by', 'Until'], rows)];
}

function management({
  management: { management, operational, establishmentRatio, strengthRatio },
}: StrengthReport): Report {
  if (management.posts === 0) return [];
  const posts = `${sayNumber(management.establishment)} manage and ${sayNumber(operational.establishment)} are operational`;
  const ratio = establishmentRatio === null ? '' : `: ${establishmentRatio.toFixed(1)} to one`;
  const posted = strengthRatio === null ? '' : `; as posted ${strengthRatio.toFixed(1)} to one`;
  return [`Management, inspectors and above: of the posts ${posts}${ratio}${posted}.`];
}

function balance({ boroughs }: UnitBalance): Report {
  return boroughs.map(({ name, demandShare, posts }) => {
    const share = posts.share === null ? 'no posts' : `${percent(posts.share)} of posts`;
    const { difference } = posts;
    const apart = Math.round(addUp([Math.abs(difference)]) * 10) / 10;
    const said = apart === 0 ? 'as many as' : `${sayNumber(apart)} ${difference < 0 ? 'fewer' : 'more'} than`;
    return `${name} has ${percent(demandShare)} of demand and ${share}: ${said} by demand.`;
  });
}
