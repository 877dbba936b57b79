import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { Details } from '../../ui/details.tsx';
import { longDate } from '../../ui/long-date.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TableLinks } from '../../ui/table-links.tsx';
import type { CharterShown, EvaluationResult } from '../model.ts';
import { besideAddress, fileAddress } from './addresses.ts';

export interface CharterSectionProps {
  shown: CharterShown;
  result: EvaluationResult;
}

/** Where the result comes from: charter, figures, versions; and all of it to take away. */
export function CharterSection({ shown, result }: CharterSectionProps) {
  const { charter, hash, signatures } = shown;
  const { figures, versions } = result;
  return (
    <section class="w-section" aria-labelledby="charter">
      <h2 class="w-h2" id="charter">
        Where this comes from
      </h2>
      <SummaryList
        rows={[
          {
            key: 'Charter',
            value: (
              <>
                <a class="govuk-link" href={besideAddress(charter.name, 'charter')}>
                  {charter.name}
                </a>
                : what counts as working, and what would stop it
              </>
            ),
          },
          { key: 'Signed', value: saySignatures(signatures) },
          {
            key: 'Figures',
            value: `${figures.vintage}, ${monthName(figures.from)} to ${monthName(figures.to)}: ${andList([...figures.files])}`,
          },
        ]}
      />
      <Details summary="For who checks it: fingerprint, versions, seed">
        <SummaryList
          rows={[
            { key: 'Fingerprint of the charter', value: <code class="w-hash">{hash}</code> },
            {
              key: 'Worked out by',
              value: `Wardroom ${versions.wardroom} on Node.js ${versions.node}, seed ${versions.seed}`,
            },
          ]}
        />
      </Details>
      <ul class="w-body-list w-noprint">
        <li>
          <a class="govuk-link" href={besideAddress(charter.name, 'monitor')}>
            The monitoring board: every outcome at every look
          </a>
        </li>
        <li>
          <a class="govuk-link" href={besideAddress(charter.name, 'decisions')}>
            What was decided, by whom and why
          </a>
        </li>
      </ul>
      <TableLinks
        tables={[
          tableOf(charter.name, 'months', 'The gap of every outcome by month'),
          tableOf(charter.name, 'estimates', 'Every estimate'),
        ]}
      >
        {' · '}
        <a class="govuk-link" href={`${fileAddress(charter.name, 'result.json')}`}>
          The whole result as JSON
        </a>
        {' · '}
        <a class="govuk-link" href={fileAddress(charter.name, 'reproduce.json')}>
          Everything needed to work it out again
        </a>
      </TableLinks>
    </section>
  );
}

const tableOf = (charter: string, table: string, text: string) => ({
  text,
  csv: fileAddress(charter, `${table}.csv`),
  json: fileAddress(charter, `${table}.json`),
});

const saySignatures = (signatures: CharterShown['signatures']): string =>
  signatures.length === 0
    ? 'by nobody'
    : signatures.map(({ organisation, name, on }) => `${organisation} (${name}), ${longDate(on)}`).join('; ');
