import type { Measure } from '../../measures/index.ts';
import { withinSentence } from '../../ui/within-sentence.ts';

/** Files that bring service measures, by what stands before the first "/" of a source category. */
const FILES: Readonly<Record<string, string>> = {
  pas: 'the Public Attitude Survey by borough (PAS_Dashboard_Borough.csv of the London Datastore)',
  'response-times': 'a plain CSV of response times by grade and area',
  'service-survey': 'a plain CSV of a survey with its numbers',
};

/** That nothing is held of a measure, and which file would bring it. */
export function sayNoFigures(measure: Measure, areaName: string): string {
  const dataset = measure.categories.map((category) => category.split('/')[0] ?? '').find((name) => name in FILES);
  const file = dataset === undefined ? `a file of ${measure.publisher}` : FILES[dataset];
  return `No figures of ${withinSentence(measure.title)} are held for ${areaName} before and after the start: import ${file}.`;
}
