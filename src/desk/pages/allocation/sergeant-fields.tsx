import { TIERS } from '../../../allocation/index.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import type { ListedError } from '../../../ui/error-summary.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { KEPT, keptId, type PlainField, REVIEW_NAMES, tierName, WARD_BY_WARD } from '../../review-fields.ts';
import { errorAt, type ReviewInView } from './review-in-view.ts';

interface Props {
  review: ReviewInView;
  problems: ListedError[];
}

/** How many sergeants, and what is asked of them. */
export function SergeantFields({ review, problems }: Props) {
  const { fields } = review.form;
  const asks = FIELDS.some(({ field }) => fields[field] !== '' || 'error' in errorAt(problems, REVIEW_NAMES[field]));
  return (
    <Details summary="Plan sergeants" open={asks}>
      <p class="w-body">
        High and Medium wards have a sergeant each; two Standard wards that touch share one. Leave the number empty to
        plan none.
      </p>
      <div class="w-rule-fields">
        {FIELDS.map(({ field, label, hint }) => (
          <NumberField
            key={field}
            id={REVIEW_NAMES[field]}
            name={REVIEW_NAMES[field]}
            label={label}
            hint={hint}
            decimals={field !== 'span'}
            characters={4}
            value={fields[field]}
            {...errorAt(problems, REVIEW_NAMES[field])}
          />
        ))}
      </div>
    </Details>
  );
}

const FIELDS: { field: PlainField & ('sergeants' | 'elsewhere' | 'span' | 'highFrom'); label: string; hint: string }[] =
  [
    { field: 'sergeants', label: 'Sergeants', hint: 'All of them, such as 16.5' },
    { field: 'elsewhere', label: 'Sergeants elsewhere', hint: 'In posts that lead no ward, such as 0.5' },
    { field: 'span', label: 'Most people', hint: 'Of a sergeant with two wards; empty for any number' },
    { field: 'highFrom', label: 'High from', hint: 'Times the average demand; 1.25 where empty' },
  ];

/** For every ward whether it loses nobody, and the tier that is fixed for it. */
export function WardByWard({ review, problems }: Props) {
  const { fields } = review.form;
  const wrong = review.wards.some(({ code }) => 'error' in errorAt(problems, tierName(code)));
  const open = wrong || fields.kept.length > 0 || Object.keys(fields.tiers).length > 0;
  const boroughs = [...new Set(review.wards.map(({ borough }) => borough))];
  return (
    <Details summary="Ward by ward: who loses nobody, and fixed tiers" open={open}>
      <div id={WARD_BY_WARD} tabIndex={-1}>
        <p class="w-body">
          A ticked ward keeps at least the officers it has now. A fixed tier needs a number of sergeants.
        </p>
        <div class="w-cols w-cols--half w-ward-by-ward">
          {boroughs.map((borough) => (
            <DataTable<ReviewInView['wards'][number]>
              key={borough}
              caption={borough}
              compact
              rows={review.wards.filter((ward) => ward.borough === borough)}
              rowKey={({ code }) => code}
              columns={[
                { head: 'Ward', rowHeader: true, cell: ({ name }) => name },
                {
                  head: 'Loses nobody',
                  cell: ({ code, name }) => <LosesNobody code={code} name={name} ticked={fields.kept.includes(code)} />,
                },
                {
                  head: 'Tier',
                  cell: ({ code, name }) => (
                    <FixedTier
                      code={code}
                      name={name}
                      tier={fields.tiers[code] ?? ''}
                      error={errorAt(problems, tierName(code)).error}
                    />
                  ),
                },
              ]}
            />
          ))}
        </div>
      </div>
    </Details>
  );
}

function LosesNobody({ code, name, ticked }: { code: string; name: string; ticked: boolean }) {
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small w-tick-only">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={keptId(code)}
          name={KEPT}
          value={code}
          checked={ticked}
        />
        <label class="govuk-label govuk-checkboxes__label" for={keptId(code)}>
          <span class="govuk-visually-hidden">{name} loses nobody</span>
        </label>
      </div>
    </div>
  );
}

function FixedTier({
  code,
  name,
  tier,
  error,
}: {
  code: string;
  name: string;
  tier: string;
  error: string | undefined;
}) {
  const id = tierName(code);
  return (
    <>
      <label class="govuk-visually-hidden" for={id}>
        Tier of {name}
      </label>
      {error === undefined ? null : (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <select
        class={error === undefined ? 'govuk-select w-select-small' : 'govuk-select w-select-small govuk-select--error'}
        id={id}
        name={id}
        {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
      >
        {['', ...TIERS].map((each) => (
          <option key={each} value={each} selected={each === tier}>
            {each === '' ? 'any' : each}
          </option>
        ))}
      </select>
    </>
  );
}
