import { andList } from '../../ui/and-list.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter } from '../model.ts';
import type { Piece } from './fit-words.ts';
import type { EvaluationFigures } from './model.ts';

/** What the figures do not hold, so that nobody takes silence for good news. */
export function sayUnseen(charter: Charter, figures: Pick<EvaluationFigures, 'guards'>): Piece[] {
  const missing = unseenMeasures(figures);
  if (missing.length > 0) {
    const list = andList(missing.map(withinSentence));
    return [
      {
        text: `It says nothing about ${list}: ${missing.length === 1 ? 'it is' : 'they are'} not in these figures.`,
        shorter: 'It cannot see services that are not in these figures.',
        rank: 1,
      },
    ];
  }
  if (charter.noDetriment.length > 0) return [];
  return [{ text: 'It says nothing about response times or confidence: they are not in these figures.', rank: 1 }];
}

/** Titles of service measures of which no treated area has figures. */
export function unseenMeasures({ guards }: Pick<EvaluationFigures, 'guards'>): string[] {
  const titles = [...new Set(guards.map(({ title }) => title))];
  return titles.filter((title) =>
    guards.filter((guard) => guard.title === title).every(({ state }) => state === 'no figures'),
  );
}
