import { sentenceCase } from '../../ui/sentence-case.ts';
import { ORDERED_BY, type RingfenceEvent } from '../model.ts';
import { REASONS } from '../reasons.ts';
import type { StepField } from './pages/step-page.tsx';
import { sayOrderedBy } from './say-ordered-by.ts';

/** Everything an officer may be away for, as forms offer it. */
export const REASON_CHOICES = REASONS.map(({ reason, title }) => ({ value: reason, text: title }));

/** What it was for, of an absence that is recorded anew: nothing is taken to be meant before it is chosen. */
export const NEW_REASON_FIELD: StepField = {
  kind: 'select',
  name: 'reason',
  label: 'What for',
  choices: [{ value: '', text: 'Choose what for' }, ...REASON_CHOICES],
};

export const BECAUSE: StepField = {
  kind: 'words',
  name: 'because',
  label: 'Why it is corrected',
  hint: 'A sentence. It stands beside what was recorded before.',
};

/** Asked only on a day with a named event. */
export const eventFields = (events: readonly RingfenceEvent[]): StepField[] =>
  events.length === 0
    ? []
    : [
        {
          kind: 'select',
          name: 'event',
          label: 'Which event',
          hint: 'Where it was for one of the named events of the day.',
          choices: [{ value: '', text: 'None' }, ...events.map(({ key, name }) => ({ value: key, text: name }))],
        },
      ];

export const ORDERED_BY_FIELD: StepField = {
  kind: 'select',
  name: 'by',
  label: 'Who ordered it',
  choices: [
    { value: '', text: 'Choose who' },
    ...ORDERED_BY.map((by) => ({ value: by, text: sentenceCase(sayOrderedBy(by)) })),
  ],
};

export const MINE: StepField = {
  kind: 'select',
  name: 'mine',
  label: 'Was it your own order?',
  choices: [
    { value: 'no', text: 'No' },
    { value: 'yes', text: 'Yes: somebody else then confirms it' },
  ],
};
