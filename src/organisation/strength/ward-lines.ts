import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { type Report, table } from '../report.ts';
import { sayNumber } from './say-number.ts';
import type { StrengthReport } from './strength-report.ts';
import { WARD_KINDS } from './ward-kind.ts';
import type { KindStrength } from './ward-strength.ts';

type Ward = StrengthReport['wards'][number];

/** Which wards are below their floor, and every ward in a row where it is recorded of any who is posted in it. */
export function wardLines({ wards, floor, strengthKnown }: StrengthReport): Report {
  // That nobody's posting is recorded has been said already.
  if (wards.length === 0 || !strengthKnown) return [];
  const recorded = wards.filter((ward) => ward.recorded);
  const below = (measured: 'posted' | 'deployable') =>
    recorded.filter((ward) => WARD_KINDS.some((kind) => ward[kind].below[measured]));
  const seen = recorded.every(({ dwo }) => dwo.deployable !== null);
  return [
    ...(recorded.length === 0 ? [] : [sayBelow(below('posted'), 'as posted')]),
    ...(recorded.length === 0 || !seen ? [] : [sayBelow(below('deployable'), 'as deployable')]),
    ...standIns(recorded),
    ...unrecorded(wards.filter((ward) => !ward.recorded)),
    ...(recorded.length === 0 ? [] : wardTable(wards, floor)),
  ];
}

function wardTable(wards: StrengthReport['wards'], floor: StrengthReport['floor']): Report {
  return [
    '',
    ...table(['Ward', 'Borough', '>Officers', '>Deployable', '>Extras', '>PCSOs', '>Deployable'], wards.map(row)),
    `Officers: whole full-time equivalents of dedicated ward officers and PCSOs, of ${floor.dwo} and ${floor.pcso} promised; in ` +
      'brackets as they are and how many people, where that differs. Extras: posts above the floor, less those vacant.',
  ];
}

function sayBelow(wards: readonly Ward[], how: string): string {
  if (wards.length === 0) return `No ward is below its floor ${how}.`;
  const verb = wards.length === 1 ? 'is below its floor' : 'are below their floor';
  return `${countWords(wards.length, 'ward')} ${verb} ${how}: ${andList(wards.map(({ name }) => name))}.`;
}

function standIns(wards: readonly Ward[]): string[] {
  const names = wards
    .filter((ward) => WARD_KINDS.some((kind) => ward[kind].standIns.length > 0))
    .map(({ name }) => name);
  return names.length === 0 ? [] : [`Extras fill vacant floor posts in ${andList(names)}: the vacancy is the extra’s.`];
}

function unrecorded(wards: readonly Ward[]): string[] {
  const boroughs = [...new Set(wards.map(({ borough }) => borough))];
  return boroughs.length === 0
    ? []
    : [
        `Who is posted in the wards of ${andList(boroughs)} is not recorded, so whether they have their floor is unknown.`,
      ];
}

function row(ward: Ward): string[] {
  const { name, borough, recorded, dwo, pcso } = ward;
  const { establishment, vacancy } = dwo.extraPosts;
  const people = recorded
    ? [
        posted(dwo),
        deployable(dwo),
        `${sayNumber(establishment - vacancy)} of ${sayNumber(establishment)}`,
        posted(pcso),
        deployable(pcso),
      ]
    : ['unknown', 'unknown', `? of ${sayNumber(establishment)}`, 'unknown', 'unknown'];
  return [name, borough, ...people];
}

const posted = ({ posted: count, below }: KindStrength) => sayCount(count) + (below.posted ? ' below' : '');

function deployable({ deployable: count, below }: KindStrength): string {
  return count === null ? 'not shown' : sayCount(count) + (below.deployable ? ' below' : '');
}

/** "2", or where people or parts differ "1 (1.9, 2 people)". */
function sayCount({ whole, fullTimeEquivalents, heads }: KindStrength['posted']): string {
  if (whole === fullTimeEquivalents && heads === whole) return String(whole);
  return `${whole} (${sayNumber(fullTimeEquivalents)}, ${countWords(heads, 'person', 'people')})`;
}
