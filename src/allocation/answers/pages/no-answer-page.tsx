import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';

export interface NoAnswerPageModel {
  unit: { name: string; boroughs: string[] };
  asAt: string;
  sentences: string[];
}

/** That there are no numbers to give, and what stands in the way. */
export function NoAnswerPage({ unit, asAt, sentences }: NoAnswerPageModel) {
  return (
    <Page
      title="Answers"
      active="/allocation"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Allocation', href: '/allocation' }, { text: 'Answers' }]}
    >
      <h1 class="w-title">
        <span class="w-over">As at {longDate(asAt)}</span>
        Which wards have more officers, and why
      </h1>
      {sentences.map((sentence) => (
        <p key={sentence} class="w-body">
          {sentence}
        </p>
      ))}
    </Page>
  );
}
