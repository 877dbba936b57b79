import { LinkList } from '../../../../ui/link-list.tsx';
import type { ReviewAction } from '../../review/review-actions.ts';

export interface WhatYouCanDoProps {
  actions: readonly ReviewAction[];
  /** What is said where there is none. */
  otherwise: string;
  /** Parties the reader answers for that were not asked by name. */
  notAsked: readonly string[];
}

/** What this reader may do next, as links. */
export function WhatYouCanDo({ actions, otherwise, notAsked }: WhatYouCanDoProps) {
  return (
    <section aria-labelledby="do">
      <h2 class="w-h2" id="do">
        What you can do
      </h2>
      {actions.length === 0 ? <p class="w-body">{otherwise}</p> : <LinkList links={actions} class="w-todo" />}
      {notAsked.map((name) => (
        <p key={name} class="w-body">
          {name} was not asked by name; it may answer all the same.
        </p>
      ))}
    </section>
  );
}
