import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import type { ListedError } from '../../../ui/error-summary.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type AllocationForm, FIELD_NAMES, weightFieldName } from '../../read-allocation-form.ts';
import type { ReviewInView } from './review-in-view.ts';
import { SergeantFields } from './sergeant-fields.tsx';
import { SideRuleFields } from './side-rule-fields.tsx';

export interface TryOtherNumbersProps {
  form: AllocationForm;
  components: { name: string; title: string }[];
  /** null for who may not ask for sergeants and side rules. */
  review: ReviewInView | null;
  /** What is wrong with any field. */
  problems: ListedError[];
}

/** The what-if form. It is sent as an address, so that what was tried can be kept and passed on. */
export function TryOtherNumbers({ form, components, review, problems }: TryOtherNumbersProps) {
  const wrongWeight = components.some(({ name }) => 'error' in errorOf(form, weightFieldName(name)));
  const wrongRule = RULE_FIELDS.some((id) => 'error' in errorOf(form, id));
  return (
    <form action="/allocation" method="get" novalidate>
      <h2 class="w-h2" id="try">
        Try other numbers
      </h2>
      <div class="w-form w-form--top">
        <WholeNumber form={form} id={FIELD_NAMES.dwo} label="Officers" value={form.fields.dwo} />
        <WholeNumber form={form} id={FIELD_NAMES.pcso} label="PCSOs" value={form.fields.pcso} />
        <TextField
          id={FIELD_NAMES.asAt}
          name={FIELD_NAMES.asAt}
          label="As at"
          type="date"
          characters={10}
          value={form.fields.asAt}
          {...errorOf(form, FIELD_NAMES.asAt)}
        />
      </div>
      <Details summary="Change the weights" open={wrongWeight || form.weightsSum !== null}>
        <p class="w-body">What each part of demand counts for. Weights that do not sum to 100 are rescaled.</p>
        <Weights form={form} components={components} />
      </Details>
      <Details summary="Change the floors and ceilings" open={wrongRule}>
        <p class="w-body">The fewest and the most a ward may have. Leave a ceiling empty for none.</p>
        <Rules form={form} />
      </Details>
      {review === null ? null : <SergeantFields review={review} problems={problems} />}
      {review === null ? null : <SideRuleFields review={review} problems={problems} />}
      <Button text="Show the plan" secondary />
    </form>
  );
}

const RULE_FIELDS: string[] = [
  FIELD_NAMES.floorDwo,
  FIELD_NAMES.floorPcso,
  FIELD_NAMES.ceilingDwo,
  FIELD_NAMES.ceilingPcso,
];

function errorOf(form: AllocationForm, id: string): { error?: string } {
  const problem = form.problems.find(({ href }) => href === `#${id}`);
  return problem === undefined ? {} : { error: problem.text };
}

function WholeNumber({ form, id, label, value }: { form: AllocationForm; id: string; label: string; value: string }) {
  return <NumberField id={id} name={id} label={label} characters={4} value={value} {...errorOf(form, id)} />;
}

function Weights({ form, components }: Pick<TryOtherNumbersProps, 'form' | 'components'>) {
  return (
    <div class="w-weights">
      {components.map(({ name, title }) => (
        <NumberField
          key={name}
          id={weightFieldName(name)}
          name={weightFieldName(name)}
          label={title}
          decimals
          suffix="%"
          characters={4}
          value={form.fields.weights[name] ?? ''}
          {...errorOf(form, weightFieldName(name))}
        />
      ))}
    </div>
  );
}

function Rules({ form }: { form: AllocationForm }) {
  const { fields } = form;
  return (
    <div class="w-form w-form--top">
      <WholeNumber form={form} id={FIELD_NAMES.floorDwo} label="Fewest officers" value={fields.floorDwo} />
      <WholeNumber form={form} id={FIELD_NAMES.ceilingDwo} label="Most officers" value={fields.ceilingDwo} />
      <WholeNumber form={form} id={FIELD_NAMES.floorPcso} label="Fewest PCSOs" value={fields.floorPcso} />
      <WholeNumber form={form} id={FIELD_NAMES.ceilingPcso} label="Most PCSOs" value={fields.ceilingPcso} />
    </div>
  );
}
