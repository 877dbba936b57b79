import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import type { ListedError } from '../../../ui/error-summary.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { PlanShown } from '../../plan-shown.ts';
import { type AllocationForm, FIELD_NAMES, weightFieldName } from '../../read-allocation-form.ts';
import type { Against } from '../../what-if/changes.ts';
import { nameAgainst } from '../../what-if/name-against.ts';
import { sayWeightsSum } from '../../what-if/say-weights-sum.ts';
import { sayWhatIf } from '../../what-if/say-what-if.ts';
import { type OpenReview, SaveAsProposal } from './open-reviews.tsx';
import type { Standing } from './plan-regions.tsx';
import { ProposeLink } from './propose-link.tsx';
import type { ReviewInView } from './review-in-view.ts';
import { SergeantFields } from './sergeant-fields.tsx';
import { SideRuleFields } from './side-rule-fields.tsx';
import { Slider, type SlidesTo } from './slider.tsx';

export interface TryOtherNumbersProps {
  form: AllocationForm;
  components: { name: string; title: string }[];
  slidesTo: { dwo: SlidesTo; pcso: SlidesTo };
  /** null for who may not ask for sergeants and side rules. */
  review: ReviewInView | null;
  openReviews: readonly OpenReview[];
  /** What is wrong with any field. */
  problems: ListedError[];
  /** The plan on the page. */
  plan: PlanShown | null;
  standing: Standing;
  /** What the plans of other numbers are compared with; null where there is nothing. */
  against: Against | null;
  startAgain: string;
  propose: string | null;
  mayPropose: boolean;
}

/**
 * The what-if form. It is sent as an address, so that what was tried can be kept and passed on. Where scripts run, its
 * sliders work the plan out in the browser; see src/desk/islands/what-if.ts.
 */
export function TryOtherNumbers(props: TryOtherNumbersProps) {
  const { form, components, slidesTo, review, problems, plan, against } = props;
  const tried = props.standing.kind === 'tried' || problems.length > 0;
  const says = tried && plan?.kind === 'optimal' ? sayWhatIf({ form, plan }, against) : '';
  return (
    <section class="w-panel w-noprint" aria-labelledby="try">
      <form
        class="w-try"
        id="what-if"
        action="/allocation"
        method="get"
        novalidate
        autocomplete="off"
        data-against={JSON.stringify(against)}
        data-tried={tried}
      >
        <h2 class="w-h2" id="try">
          Try other numbers
        </h2>
        <div class="w-try__officers">
          <Sliding form={form} id={FIELD_NAMES.dwo} label="Officers" value={form.fields.dwo} to={slidesTo.dwo} />
          <Sliding form={form} id={FIELD_NAMES.pcso} label="PCSOs" value={form.fields.pcso} to={slidesTo.pcso} />
        </div>
        <Weights form={form} components={components} />
        <Says says={says} against={against} />
        <RulesAndDay form={form} />
        {review === null ? null : <SergeantFields review={review} problems={problems} />}
        {review === null ? null : <SideRuleFields review={review} problems={problems} />}
        <div class="w-try__buttons">
          <Button text="Show the plan" secondary />
          <a class="govuk-link" id="what-if-again" href={props.startAgain} hidden={!tried}>
            Start again
          </a>
        </div>
      </form>
      <SaveAsProposal reviews={props.openReviews} weights={form.fields.weights} wrong={problems.length > 0} />
      <ProposeLink propose={props.propose} mayPropose={props.mayPropose} />
    </section>
  );
}

/**
 * What the numbers change, and against what. It is seen at once and spoken seldom, hence twice: a screen reader that spoke
 * each pixel of a slider would never end.
 */
function Says({ says, against }: { says: string; against: Against | null }) {
  return (
    <div class="w-try__says">
      <p class="w-body" id="what-if-shown" aria-hidden="true">
        {says}
      </p>
      <p class="govuk-visually-hidden" id="what-if-says" role="status">
        {says}
      </p>
      {against === null ? null : <p class="w-try__against">Against {nameAgainst(against)}.</p>}
      <p class="w-try__against" id="what-if-drift" />
    </div>
  );
}

function errorOf(form: AllocationForm, id: string): { error?: string } {
  const problem = form.problems.find(({ href }) => href === `#${id}`);
  return problem === undefined ? {} : { error: problem.text };
}

interface FieldOfForm {
  form: AllocationForm;
  id: string;
  label: string;
  value: string;
}

function WholeNumber({ form, id, label, value }: FieldOfForm) {
  return <NumberField id={id} name={id} label={label} characters={4} value={value} {...errorOf(form, id)} />;
}

/** A number to type, with its slider beside it. */
function Sliding({ to, ...field }: FieldOfForm & { to: SlidesTo }) {
  return (
    <div class="w-sliding">
      <WholeNumber {...field} />
      <Slider field={field.id} label={field.label} value={field.value} to={to} />
    </div>
  );
}

const WEIGHTS_SLIDE_TO: SlidesTo = { least: 0, most: 100 };

function Weights({ form, components }: Pick<TryOtherNumbersProps, 'form' | 'components'>) {
  return (
    <fieldset class="govuk-fieldset w-weights-set">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What each part of demand counts for</legend>
      <div class="w-weights">
        {components.map(({ name, title }) => (
          <div key={name} class="w-sliding">
            <NumberField
              id={weightFieldName(name)}
              name={weightFieldName(name)}
              label={title}
              decimals
              suffix="%"
              characters={4}
              value={form.fields.weights[name] ?? ''}
              {...errorOf(form, weightFieldName(name))}
            />
            <Slider
              field={weightFieldName(name)}
              label={title}
              value={form.fields.weights[name] ?? ''}
              to={WEIGHTS_SLIDE_TO}
            />
          </div>
        ))}
      </div>
      <p class="w-body" id="weights-sum">
        {sayWeightsSum(form.weightsSum)}
      </p>
    </fieldset>
  );
}

const RULE_FIELDS: string[] = [
  FIELD_NAMES.floorDwo,
  FIELD_NAMES.floorPcso,
  FIELD_NAMES.ceilingDwo,
  FIELD_NAMES.ceilingPcso,
  FIELD_NAMES.asAt,
];

/** What is changed least often: floors, ceilings and the day. */
function RulesAndDay({ form }: { form: AllocationForm }) {
  const { fields } = form;
  return (
    <Details
      summary="Change the floors and ceilings, or the day"
      open={RULE_FIELDS.some((id) => 'error' in errorOf(form, id))}
    >
      <p class="w-body">The fewest and the most a ward may have. Leave a ceiling empty for none.</p>
      <div class="w-form w-form--top">
        <WholeNumber form={form} id={FIELD_NAMES.floorDwo} label="Fewest officers" value={fields.floorDwo} />
        <WholeNumber form={form} id={FIELD_NAMES.ceilingDwo} label="Most officers" value={fields.ceilingDwo} />
        <WholeNumber form={form} id={FIELD_NAMES.floorPcso} label="Fewest PCSOs" value={fields.floorPcso} />
        <WholeNumber form={form} id={FIELD_NAMES.ceilingPcso} label="Most PCSOs" value={fields.ceilingPcso} />
        <TextField
          id={FIELD_NAMES.asAt}
          name={FIELD_NAMES.asAt}
          label="As at"
          type="date"
          characters={10}
          value={fields.asAt}
          {...errorOf(form, FIELD_NAMES.asAt)}
        />
      </div>
    </Details>
  );
}
