import { Answer } from '../../../ui/answer.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import type { FormProblem } from '../../../ui/form-page.tsx';
import { ProblemSummary } from '../../../ui/form-page.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { POST_CLASSES, type PolicyInForce } from '../../model.ts';
import { REASONS } from '../../reasons.ts';
import { LITERAL_2017 } from '../literal-2017.ts';
import { PERMITTED_DEFAULT } from '../permitted-default.ts';
import type { KeptPolicyShown, RuleShown } from '../rule-shown.ts';
import { sayClass, sayInForce, sayReasonRuling, saySwitch } from '../say-rulings.ts';
import { settingRows } from '../setting-rows.ts';
import { WaitingSection } from './waiting-section.tsx';

export interface PolicyPageModel {
  rule: RuleShown;
  problems: readonly FormProblem[];
  done: string | null;
}

/** The rule of the ring-fence, for everybody: what is in force, what each reason counts as, and what was in force before. */
export function PolicyPage({ rule, problems, done }: PolicyPageModel) {
  const { unit, inForce, asAt, synthetic } = rule;
  const title = `The rule of the ring-fence, ${unit.name}`;
  return (
    <Page
      title={problems.length === 0 ? title : `Error: ${title}`}
      active="/ringfence"
      unit={unit}
      synthetic={synthetic}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Ring-fence', href: '/ringfence' }, { text: 'The rule' }]}
    >
      <ProblemSummary problems={problems} first="waiting" />
      {done === null ? null : <NotificationBanner success heading={done} />}
      <h1 class="w-title">
        <span class="w-over">
          Ring-fence · {unit.name} · on {longDate(asAt)}
        </span>
        What counts as a breach?
      </h1>
      <Answer figure={`“${inForce.policy.title}”`} synthetic={rule.synthetic}>
        {`is the policy of ${longDate(asAt)}, ${sayInForce(inForce)}.`}
      </Answer>
      <p class="w-body">
        {inForce.id === null ? null : `${inForce.because} `}A day is ruled by the policy in force on it, for ever.
      </p>
      {rule.waiting.length === 0 ? null : (
        <p class="w-body">
          <a class="govuk-link" href="#waiting">
            {rule.waiting.length === 1 ? 'A change waits' : `${rule.waiting.length} changes wait`} to be adopted
          </a>
        </p>
      )}
      <Reasons inForce={inForce} />
      <Classes inForce={inForce} />
      <section class="w-section" aria-labelledby="settings">
        <h2 class="w-h2" id="settings">
          Settings
        </h2>
        <SummaryList rows={settingRows(inForce.policy)} />
        <p class="w-note">Source: {inForce.policy.source}</p>
      </section>
      <WaitingSection rule={rule} />
      <History adopted={rule.adopted} />
      <p class="w-body">
        <a class="govuk-link" href="/ringfence/calendar">
          Which days are exceptions
        </a>
      </p>
    </Page>
  );
}

function Reasons({ inForce: { policy } }: { inForce: PolicyInForce }) {
  return (
    <section class="w-section" aria-labelledby="reasons">
      <h2 class="w-h2" id="reasons">
        What each reason counts as
      </h2>
      <DataTable
        caption="Reasons for being called away"
        sub="The policy in force, and the words of January 2017 taken literally"
        phones="stack"
        columns={[
          { head: 'Reason', rowHeader: true, cell: ({ title }) => title },
          { head: 'What it means', full: true, cell: ({ meaning }) => meaning },
          { head: 'In force', cell: ({ reason }) => sayReasonRuling(policy, reason) },
          { head: 'Literally, 2017', cell: ({ reason }) => sayReasonRuling(LITERAL_2017.policy, reason) },
        ]}
        rows={[...REASONS]}
        rowKey={({ reason }) => reason}
      />
      <p class="w-note">
        An exception needs the event and the order: the date alone exempts nothing, and without either it is a breach. A
        rest day given back counts as the order that took it.
      </p>
    </section>
  );
}

function Classes({ inForce: { policy } }: { inForce: PolicyInForce }) {
  return (
    <section class="w-section" aria-labelledby="posts">
      <h2 class="w-h2" id="posts">
        Whose posts are ring-fenced
      </h2>
      <SummaryList
        rows={POST_CLASSES.map((each) => ({ key: sayClass(each), value: saySwitch(policy.classes[each]) }))}
      />
      <p class="w-note">
        Of officers above the floor the Mayor said in January 2017, asked whether they would be ring-fenced in the same
        way: “That is the hope, yes.”
      </p>
    </section>
  );
}

const shipped: KeptPolicyShown = {
  ...{ key: 'shipped', version: 0, policy: PERMITTED_DEFAULT.policy },
  ...{
    inForceFrom: PERMITTED_DEFAULT.inForceFrom,
    because: PERMITTED_DEFAULT.because,
    adopted: 'Shipped with Wardroom',
  },
};

function History({ adopted }: { adopted: readonly KeptPolicyShown[] }) {
  return (
    <section class="w-section" aria-labelledby="history">
      <h2 class="w-h2" id="history">
        Every policy so far
      </h2>
      <DataTable
        caption="Policies by their first day"
        phones="stack"
        columns={[
          { head: 'First day', rowHeader: true, cell: ({ inForceFrom }) => longDate(inForceFrom) },
          { head: 'Policy', cell: ({ policy }) => policy.title },
          { head: 'Adopted', cell: (each) => each.adopted },
          { head: 'Why, and by which decision', cell: ({ because }) => because },
        ]}
        rows={[...adopted, shipped]}
        rowKey={({ key }) => key}
      />
    </section>
  );
}
