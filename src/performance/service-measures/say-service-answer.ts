import type { Verdict } from '../model.ts';
import type { ServiceReport } from './model.ts';

/** What changed for sure, in one sentence, and what is to be said of the rest. */
export function sayServiceAnswer(report: ServiceReport): { figure: string; rest: string } {
  const held = [
    report.attendance,
    report.response,
    report.survey,
    report.outcomes,
    report.charges,
    report.backlog,
    report.calls,
  ];
  const lacking = held.filter(({ kind }) => kind === 'lacking').length;
  if (lacking === held.length)
    return { figure: 'Nothing of it is held.', rest: 'Each section says which file would bring it.' };
  const judged = changesOf(report);
  const clear = judged
    .filter(({ verdict }) => verdict === 'clear')
    .map(({ said, dispersion }) => (dispersion === null ? `${said} (on the counts alone)` : said));
  const rest = [
    judged.length === clear.length
      ? ''
      : 'What else changed could be chance, is too few to tell, or has no known margin.',
    lacking === 0 ? '' : `${lacking} of the ${held.length} sections ${lacking === 1 ? 'has' : 'have'} no figures.`,
  ];
  return {
    figure:
      clear.length === 0
        ? 'No change here is clear of chance.'
        : `Clear of chance, each taken alone: ${clear.join('; ')}.`,
    rest: rest.filter((words) => words !== '').join(' '),
  };
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
