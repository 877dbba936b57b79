import { Page } from '../../ui/layout.tsx';
import { PILOTS } from './addresses.ts';
import type { PageUnit } from './model.ts';

export interface WorkingPageProps {
  unit: PageUnit;
  title: string;
  /** Where the answer will be. */
  address: string;
}

/** Shown while an answer is worked out for the first time; the browser asks again by itself, without a script. */
export function WorkingPage({ unit, title, address }: WorkingPageProps) {
  return (
    <Page
      title={`Being worked out: ${title}`}
      active="/evaluation"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Pilots', href: PILOTS }, { text: title }]}
    >
      <h1 class="w-title">{title}</h1>
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
    </Page>
  );
}
