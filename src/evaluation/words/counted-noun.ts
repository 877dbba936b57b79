import { withinSentence } from '../../ui/within-sentence.ts';

/** What is counted, several of it, where the catalogue's title is no plural. */
const PLURALS: Readonly<Record<string, string>> = {
  'all-crime': 'crimes',
  burglary: 'burglaries',
  homicide: 'homicides',
  'personal-robbery': 'robberies of people',
  'recorded-crime': 'crimes',
  'residential-burglary': 'burglaries of homes',
  robbery: 'robberies',
  theft: 'thefts',
  'theft-from-the-person': 'thefts from the person',
  'vehicle-offences': 'vehicle crimes',
  'violence-with-injury': 'crimes of violence with injury',
};

/** Several of what a measure counts: "robberies"; crimes of what its title says where no better word is known. */
export function countedNoun({ measure, title }: { measure: string; title: string }): string {
  return PLURALS[measure] ?? `crimes counted as ${withinSentence(title)}`;
}
