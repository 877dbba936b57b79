import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import { officersPlusPcsos } from '../say-officers.ts';

/** A published plan as this page names it. */
interface PlanNamed {
  id: string;
  /** First day in force, "2026-03-01". */
  inForceFrom: string;
  synthetic: boolean;
}

/** A ward that gained or lost. */
interface WardChanged {
  code: string;
  name: string;
  borough: string;
  before: { dwo: number; pcso: number };
  after: { dwo: number; pcso: number };
  /** Why, as a whole sentence. */
  sentence: string;
}

export interface PlanChangesPageModel {
  unit: { name: string; boroughs: string[] };
  plan: PlanNamed;
  /** null where there was none; withdrawn: why it was, since then. */
  before: (PlanNamed & { withdrawn: { reason: string } | null }) | null;
  when: 'past' | 'coming' | 'nothing';
  /** What is said first: how many gained and lost and why, or why there is nothing to compare. */
  sentences: string[];
  wards: WardChanged[];
  /** What cannot be told. */
  remarks: string[];
}

/** Which wards gained and lost from one plan to the next, and because of what. */
export function PlanChangesPage(model: PlanChangesPageModel) {
  const { unit, plan, before, when, sentences, wards, remarks } = model;
  const [first = '', ...rest] = sentences;
  return (
    <Page
      title={`Changes of plan ${plan.id}`}
      active="/allocation"
      unit={unit}
      synthetic={plan.synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Allocation', href: '/allocation' },
        { text: 'Every plan', href: '/allocation/plans' },
        { text: `Plan ${plan.id}`, href: `/allocation/plans/${plan.id}` },
        { text: 'Changes' },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">
          From {longDate(plan.inForceFrom)} {plan.synthetic ? <SyntheticMark /> : null}
        </span>
        What plan {plan.id} {when === 'coming' ? 'changes' : 'changed'}
      </h1>
      <p class="w-answer">
        <b>{first}</b> {rest.join(' ')}
      </p>
      {before === null || before.withdrawn === null ? null : (
        <p class="w-body">It is compared with plan {before.id}, which was in force before it and is withdrawn since.</p>
      )}
      {wards.length === 0 ? null : <ChangedWards wards={wards} when={when} />}
      {remarks.map((remark) => (
        <p key={remark} class="w-body">
          {remark}
        </p>
      ))}
      <p class="w-body">
        Changing a plan later is a new plan with a list like this one; the earlier plan stays as it was.
      </p>
      <ul class="govuk-list w-noprint">
        <li>
          <a class="govuk-link" href={`/allocation/plans/${plan.id}`}>
            Plan {plan.id}, from {longDate(plan.inForceFrom)}
          </a>
        </li>
        {before === null ? null : (
          <>
            <li>
              <a class="govuk-link" href={`/allocation/plans/${before.id}`}>
                Plan {before.id} before it, from {longDate(before.inForceFrom)}
              </a>
              {before.withdrawn === null ? null : ', withdrawn since'}
            </li>
            <li>
              <a class="govuk-link" href={`/allocation/plans/${before.id}/changes`}>
                What plan {before.id} changed
              </a>
            </li>
          </>
        )}
        <li>
          <a class="govuk-link" href="/allocation/plans">
            Every plan
          </a>
        </li>
      </ul>
    </Page>
  );
}

/** Wards that have more first, then those that have fewer, then those that exchange one for the other. */
function ChangedWards({ wards, when }: Pick<PlanChangesPageModel, 'wards' | 'when'>) {
  const gained = ({ before, after }: WardChanged) => after.dwo + after.pcso - before.dwo - before.pcso;
  const sections = [
    { heading: 'Gained', rows: wards.filter((ward) => gained(ward) > 0) },
    { heading: 'Lost', rows: wards.filter((ward) => gained(ward) < 0) },
    { heading: 'Exchanged one for the other', rows: wards.filter((ward) => gained(ward) === 0) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <DataTable<WardChanged>
      caption={when === 'coming' ? 'Wards that gain or lose' : 'Wards that gained or lost'}
      sub="Officers + PCSOs."
      phones="stack"
      sections={sections}
      rowKey={({ code }) => code}
      columns={[
        { head: 'Ward', rowHeader: true, cell: ({ name }) => name },
        { head: 'Borough', cell: ({ borough }) => borough },
        { head: 'Before', number: true, cell: ({ before }) => officersPlusPcsos(before) },
        { head: 'After', number: true, cell: ({ after }) => officersPlusPcsos(after) },
        { head: 'Because', full: true, cell: ({ sentence }) => sentence },
      ]}
    />
  );
}
