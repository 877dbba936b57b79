import type { Charter } from '../model.ts';
import type { PageUnit } from './model.ts';
import { PilotFrame } from './pilot-frame.tsx';

export interface WorkingPageProps {
  unit: PageUnit;
  charter: Pick<Charter, 'name' | 'title' | 'synthetic'>;
  /** Where the answer will be. */
  address: string;
}

/** Shown while an answer is worked out for the first time; the browser asks again by itself, without a script. */
export function WorkingPage({ unit, charter, address }: WorkingPageProps) {
  return (
    <PilotFrame
      unit={unit}
      charter={charter}
      called={charter.title}
      title={`Being worked out: ${charter.title}`}
      synthetic={charter.synthetic}
    >
      <h1 class="w-title">{charter.title}</h1>
      <p class="w-answer">
        <b>This is being worked out.</b> Every group of areas is set beside the pilot, which can take a minute the first
        time.
      </p>
      <p class="w-body">
        This page looks again every few seconds.{' '}
        <a class="govuk-link" href={address}>
          Look again now
        </a>
      </p>
    </PilotFrame>
  );
}
