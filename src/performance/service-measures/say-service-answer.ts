import { andList } from '../../ui/and-list.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { Verdict } from '../model.ts';
import type { ServiceReport, SurveyRow } from './model.ts';
import { sectionsOf } from './sections-of.ts';

/**
 * Which of the changes answered for are clear, and how many of all others are: so many rows are as many chances to be
 * misled.
 */
export function sayServiceAnswer(report: ServiceReport): { figure: string; rest: string } {
  const held = sectionsOf(report);
  const lacking = held.filter(({ kind }) => kind === 'lacking').length;
  if (lacking === held.length)
    return { figure: 'Nothing of it is published here yet.', rest: 'Each section says what is lacking.' };
  const judged = changesOf(report);
  const clear = judged
    .filter(({ verdict }) => verdict === 'clear')
    .map(({ said, dispersion }) => (dispersion === null ? `${said} (on the counts alone)` : said));
  const rest = [
    sayOthers(verdictsOf(report), clear.length),
    lacking === 0 ? '' : `${lacking} of the ${held.length} sections ${lacking === 1 ? 'has' : 'have'} no figures.`,
  ];
  return {
    figure:
      clear.length === 0
        ? 'None of the changes answered for here is clear of chance.'
        : `Clear of chance, each taken alone: ${clear.join('; ')}.`,
    rest: rest.filter((words) => words !== '').join(' '),
  };
}

type Judgement = SurveyRow['verdict'];

/** Counts the changes that are not named, by what they can bear; empty where there are none. */
function sayOthers(verdicts: readonly Judgement[], named: number): string {
  const of = (...meant: Judgement[]) => verdicts.filter((verdict) => meant.includes(verdict)).length;
  const judged = of('clear', 'could be chance');
  const counted = [
    { count: of('clear') - named, said: 'clear of chance taken alone' },
    { count: of('could be chance'), said: 'could be chance' },
    { count: of('too few'), said: 'too few to tell' },
    { count: of('margin unknown'), said: 'of unknown margin' },
    { count: of('not compared', 'no figures'), said: 'not compared' },
  ].filter(({ count }) => count > 0);
  if (counted.length === 0) return '';
  const list = andList(counted.map(({ count, said }) => `${wholeNumber(count)} ${said}`));
  const misled = `Of the ${wholeNumber(judged)} judged one by one, about one in twenty would look clear were nothing to change.`;
  return `The other ${wholeNumber(verdicts.length - named)} changes below: ${list}.${judged < 2 ? '' : ` ${misled}`}`;
}

/** What every change shown can bear, named in the answer or not; a backlog is open or not, and is not judged. */
function verdictsOf({ attendance, response, survey, outcomes, charges, calls }: ServiceReport): Judgement[] {
  return [
    ...(attendance.kind === 'lacking' ? [] : [attendance.attended.verdict]),
    ...(response.kind === 'lacking' ? [] : response.grades).flatMap(({ within }) =>
      within.map(({ change }) => change.verdict),
    ),
    ...(survey.kind === 'lacking' ? [] : [...survey.rows, ...survey.attitude]).map(({ verdict }) => verdict),
    ...(outcomes.kind === 'lacking' ? [] : outcomes.offences).flatMap((offence) =>
      offence.outcomes.map(({ change }) => change.verdict),
    ),
    ...(charges.kind === 'lacking' ? [] : charges.offences).map(({ charged }) => charged.verdict),
    ...(calls.kind === 'lacking' ? [] : [calls.calls.verdict]),
  ];
}

interface Judged {
  said: string;
  verdict: Verdict;
  /** null: told by the counts alone. */
  dispersion: number | null;
}

/** The changes that are answered for: attendance, the aims of response, charges and calls; no outcome is favoured. */
function changesOf({ attendance, response, charges, calls }: ServiceReport): Judged[] {
  const way = (difference: number | null, up: string, down: string) => ((difference ?? 0) > 0 ? up : down);
  return [
    ...(attendance.kind === 'lacking'
      ? []
      : [
          {
            said: `${way(attendance.attended.difference, 'more', 'fewer')} of the burglaries reported were attended`,
            ...ofChange(attendance.attended),
          },
        ]),
    ...(response.kind === 'lacking' ? [] : response.grades).flatMap(({ title, aimMinutes, within }) =>
      within
        .filter(({ minutes }) => minutes === aimMinutes)
        .map(({ minutes, change }) => ({
          said: `${way(change.difference, 'more', 'fewer')} of the ${title.toLowerCase().replace(/\((\w)\)/, (_, letter: string) => `(${letter.toUpperCase()})`)} calls within ${minutes} minutes`,
          ...ofChange(change),
        })),
    ),
    ...(charges.kind === 'lacking' ? [] : charges.offences).map(({ title, charged }) => ({
      said: `${way(charged.change, 'more', 'fewer')} charged with ${title.toLowerCase()}`,
      ...ofChange(charged),
    })),
    ...(calls.kind === 'lacking'
      ? []
      : [
          {
            said: `${way(calls.calls.change, 'more', 'fewer')} calls about anti-social behaviour`,
            ...ofChange(calls.calls),
          },
        ]),
  ];
}

const ofChange = ({ verdict, dispersion }: Omit<Judged, 'said'>) => ({ verdict, dispersion });
