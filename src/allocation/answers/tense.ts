import type { AnswerStanding } from './model.ts';

/** Words of an answer that follow how its plan stands: what is, what was, what will be, what would be. */
export interface Tense {
  /** Of officers: "has", "had", "will have", "would have". */
  has: string;
  /** Of anything that does not wait for a day: "has", "had". */
  hasNow: string;
  was: string;
  got: string;
  /** "would have", "would have had". */
  wouldHave: string;
  wouldLose: string;
  /** "were", "had been". */
  were: string;
  /** Whether what is told is past. */
  past: boolean;
}

const NOW: Tense = {
  ...{ has: 'has', hasNow: 'has', was: 'was', got: 'got' },
  ...{ wouldHave: 'would have', wouldLose: 'would lose', were: 'were', past: false },
};
const PAST: Tense = {
  ...{ has: 'had', hasNow: 'had', was: 'was', got: 'got' },
  ...{ wouldHave: 'would have had', wouldLose: 'would have lost', were: 'had been', past: true },
};
const TENSES: Readonly<Record<AnswerStanding['kind'], Tense>> = {
  'in force': NOW,
  'no longer in force': PAST,
  withdrawn: PAST,
  'not yet in force': { ...NOW, has: 'will have', was: 'will be', got: 'will get' },
  'put forward': { ...NOW, has: 'would have', was: 'would be', got: 'would get' },
  tried: { ...NOW, has: 'would have', was: 'would be', got: 'would get' },
};

export const tenseOf = ({ kind }: AnswerStanding): Tense => TENSES[kind];
