import { Details } from '../../../ui/details.tsx';
import type { ListedError } from '../../../ui/error-summary.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import {
  BOROUGH_FLOORS,
  boroughFloorName,
  type FundedFields,
  fundedName,
  type PlainField,
  REVIEW_NAMES,
} from '../../review-fields.ts';
import { errorAt, type ReviewInView } from './review-in-view.ts';
import { WardByWard } from './sergeant-fields.tsx';

interface Props {
  review: ReviewInView;
  problems: ListedError[];
}

const NUMBERS: { field: PlainField & ('clusterBalance' | 'mostMoves' | 'mostLost'); label: string; hint: string }[] = [
  { field: 'mostMoves', label: 'Most who move', hint: 'Officers who change ward, against those each has now' },
  { field: 'mostLost', label: 'Most a ward loses', hint: 'Officers, in this review' },
  { field: 'clusterBalance', label: 'Cluster balance', hint: 'Officers a cluster may be off its share of demand' },
];
const EMPTY_ROW: FundedFields = { place: '', officers: '', by: '', until: '' };
/** Rows to fill in, besides those that are filled in: one more comes with each time the plan is shown. */
const SPARE_ROWS = 1;

/** The side rules of a review: each is switched on by being filled in. */
export function SideRuleFields({ review, problems }: Props) {
  const { fields } = review.form;
  return (
    <Details summary="Side rules" open={asksAnything(review, problems)}>
      <p class="w-body">
        A rule is switched on by filling it in, and off by leaving it empty.{' '}
        <a class="govuk-link" href="/allocation/rules">
          Every rule, and where it comes from
        </a>
      </p>
      <div class="w-rule-fields">
        {NUMBERS.map(({ field, label, hint }) => (
          <NumberField
            key={field}
            id={REVIEW_NAMES[field]}
            name={REVIEW_NAMES[field]}
            label={label}
            hint={hint}
            decimals={field === 'clusterBalance'}
            characters={4}
            value={fields[field]}
            {...errorAt(problems, REVIEW_NAMES[field])}
          />
        ))}
      </div>
      <BoroughFloors review={review} problems={problems} />
      <Funded review={review} problems={problems} />
      <WardByWard review={review} problems={problems} />
      <div class="w-rule-fields">
        <Words
          field="because"
          label="Why wards lose nobody"
          hint="Such as Clear, Hold, Build"
          {...{ review, problems }}
        />
        <Words field="name" label="Name of the review" hint="Printed with the plan" {...{ review, problems }} />
      </div>
    </Details>
  );
}

function asksAnything({ form: { fields } }: ReviewInView, problems: readonly ListedError[]): boolean {
  const plain = [...NUMBERS.map(({ field }) => fields[field]), ...Object.values(fields.boroughFloors)];
  const ids = [...NUMBERS.map(({ field }) => REVIEW_NAMES[field]), BOROUGH_FLOORS];
  return (
    plain.some((text) => text !== '') ||
    fields.funded.length + fields.kept.length + Object.keys(fields.tiers).length > 0 ||
    problems.some(({ href = '' }) => ids.includes(href.slice(1)))
  );
}

function Words({ field, label, hint, review, problems }: Props & { field: PlainField; label: string; hint: string }) {
  const id = REVIEW_NAMES[field];
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      hint={hint}
      characters={20}
      value={review.form.fields[field]}
      {...errorAt(problems, id)}
    />
  );
}

function BoroughFloors({ review, problems }: Props) {
  return (
    <fieldset class="govuk-fieldset w-rule-group" id={BOROUGH_FLOORS} tabIndex={-1}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Fewest officers in a borough</legend>
      <div class="w-form w-form--top">
        {review.boroughs.map(({ code, name }) => (
          <NumberField
            key={code}
            id={boroughFloorName(code)}
            name={boroughFloorName(code)}
            label={name}
            characters={4}
            value={review.form.fields.boroughFloors[code] ?? ''}
            {...errorAt(problems, boroughFloorName(code))}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Funded({ review, problems }: Props) {
  const rows = [...review.form.fields.funded, ...Array.from({ length: SPARE_ROWS }, () => EMPTY_ROW)];
  return (
    <fieldset class="govuk-fieldset w-rule-group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Officers somebody else pays for</legend>
      <p class="w-note">They stay in their place, above its floor. Show the plan for another row.</p>
      {rows.map((row, place) => (
        <FundedRow key={place} row={row} number={place + 1} problems={problems} />
      ))}
    </fieldset>
  );
}

function FundedRow({ row, number, problems }: { row: FundedFields; number: number; problems: ListedError[] }) {
  const field = (part: keyof FundedFields, label: string) => {
    const id = fundedName(part, number);
    return { id, name: id, label, value: row[part], ...errorAt(problems, id) };
  };
  return (
    <div class="w-form w-form--top w-funded">
      <TextField {...field('place', 'Ward, cluster or borough')} characters={20} />
      <NumberField {...field('officers', 'Officers paid for')} characters={3} />
      <TextField {...field('by', 'Who pays')} characters={20} />
      <TextField {...field('until', 'Until')} type="date" characters={10} />
    </div>
  );
}
