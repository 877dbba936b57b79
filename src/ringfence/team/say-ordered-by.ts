import type { OrderedBy } from '../model.ts';

const WORDS: Readonly<Record<OrderedBy, string>> = {
  'ward-sergeant': 'the ward’s sergeant',
  'response-sergeant': 'a response sergeant',
  'duty-inspector': 'the duty inspector',
  'neighbourhood-inspector': 'the neighbourhood inspector',
  'senior-officer': 'a senior officer',
  'operations-room': 'the operations room',
  court: 'a court',
  'training-unit': 'the training unit',
  'another-force': 'another force',
  nobody: 'nobody',
};

/** Who ordered a time away, by role, within a sentence: "the duty inspector". */
export const sayOrderedBy = (by: OrderedBy): string => WORDS[by];
