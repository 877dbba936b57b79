import type { AnswerRecords } from '../model.ts';
import { LICENCE_ADDRESS, sourcesSentence } from '../provenance-of-answer.ts';

export interface AnswerFootProps {
  records: AnswerRecords;
  /** Addresses of the same answer as text and as JSON. */
  asText: string;
  asJson: string;
}

/** Where an answer comes from, whose licence it is under, and its other forms. */
export function AnswerFoot({ records, asText, asJson }: AnswerFootProps) {
  return (
    <>
      <p class="w-note">
        {sourcesSentence(records.plan)} Contains public sector information licensed under the{' '}
        <a class="govuk-link" rel="license" href={LICENCE_ADDRESS}>
          Open Government Licence v3.0
        </a>
        .
      </p>
      <p class="w-body w-noprint">
        The same{' '}
        <a class="govuk-link" href={asText}>
          as plain text
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={asJson}>
          as JSON
        </a>
        .
      </p>
    </>
  );
}
