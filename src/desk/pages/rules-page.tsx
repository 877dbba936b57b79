import type { allRules, RuleInForce } from '../../allocation/index.ts';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { RULE_KINDS, ruleTitle } from '../rule-words.ts';

type ListedRule = ReturnType<typeof allRules>[number];

export interface RulesPageModel {
  unit: { name: string; boroughs: string[] };
  asAt: string;
  /** Every rule there is, in the order in which plans print them. */
  rules: ListedRule[];
  /** Those that a date decides, as they read on the day. */
  dated: RuleInForce[];
}

/** Every rule that plans know: what it asks, when it applies, where it comes from. */
export function RulesPage({ unit, asAt, rules, dated }: RulesPageModel) {
  const side = rules.filter(({ kind }) => kind === 'side').length;
  const today = new Map(dated.map((rule) => [rule.name, rule]));
  return (
    <Page
      title="Rules of a plan"
      active="/allocation"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Allocation', href: '/allocation' }, { text: 'Rules' }]}
    >
      <h1 class="w-title">
        <span class="w-over">As at {longDate(asAt)}</span>
        Every rule that a plan can obey
      </h1>
      <p class="w-answer">
        <b>{countWords(rules.length, 'rule')}.</b> {rules.length - side} hold for every plan, or for every plan with
        sergeants; {side} are side rules, which a review switches on one by one.
      </p>
      <p class="w-body">
        A plan says which of them it obeys, which bind, and what each costs. A side rule binds where the plan would be
        better without it, alone or with others. People who may read plans switch side rules on in the form of the{' '}
        <a class="govuk-link" href="/allocation#try">
          allocation page
        </a>
        .
      </p>
      <DataTable<ListedRule>
        id="rules"
        caption="Rules"
        phones="stack"
        rows={rules}
        rowKey={({ name }) => name}
        columns={[
          {
            head: 'Rule',
            rowHeader: true,
            cell: ({ name }) => (
              <span id={`rule-${name}`}>
                {ruleTitle(name)} <code class="w-small">{name}</code>
              </span>
            ),
          },
          {
            head: 'What it asks',
            full: true,
            cell: ({ name, about }) => (
              <>
                {about} <OnTheDay rule={today.get(name)} />
              </>
            ),
          },
          { head: 'When', full: true, cell: ({ kind }) => RULE_KINDS[kind] },
          { head: 'Source', full: true, cell: ({ source }) => <span class="w-small">{source}</span> },
        ]}
      />
    </Page>
  );
}

/** How a dated rule reads on the day, and since when. */
function OnTheDay({ rule }: { rule: RuleInForce | undefined }) {
  if (rule === undefined) return null;
  return (
    <b>
      {rule.sentence}
      {rule.from === null ? '' : ` Since ${longDate(rule.from)}.`}
    </b>
  );
}
