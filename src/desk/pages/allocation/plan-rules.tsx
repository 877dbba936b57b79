import type { OptimalPlan } from '../../../allocation/index.ts';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Tag } from '../../../ui/tag.tsx';
import { ruleTitle } from '../../rule-words.ts';
import { type RuleOfPlan, rulesOfPlan } from '../../rules-of-plan.ts';

/** Every rule, on or off in the plan; of those that may be left out, what each costs. */
export function PlanRules({ plan }: { plan: OptimalPlan }) {
  const rules = rulesOfPlan(plan);
  const on = rules.filter((rule) => rule.on);
  const off = rules.filter((rule) => !rule.on);
  return (
    <section class="w-section" aria-labelledby="rules">
      <h2 class="w-h2" id="rules">
        Rules
      </h2>
      <p class="w-answer">
        <b>{answer(rules)}</b>{' '}
        {plan.binding.length === 0
          ? ''
          : 'A rule binds where the plan would be better without it, alone or with others.'}
      </p>
      <DataTable<RuleOfPlan>
        id="plan-rules"
        caption="The rules of this plan"
        synthetic={plan.synthetic}
        phones="stack"
        rowKey={({ name }) => name}
        sections={[
          { rows: on },
          ...(off.length === 0 ? [] : [{ heading: 'Switched off', kind: 'cut-off' as const, rows: off }]),
        ]}
        columns={[
          { head: 'Rule', rowHeader: true, cell: ({ name }) => ruleTitle(name) },
          { head: 'What it asks', full: true, cell: asks },
          {
            head: 'State',
            cell: (rule) => (rule.binds === true ? <Tag text="binds" weight="clear" /> : stateOf(rule)),
          },
          { head: 'What it costs', full: true, cell: ({ cost }) => cost },
        ]}
      />
      <p class="w-body">
        <a class="govuk-link" href="/allocation/rules">
          Every rule, in general terms
        </a>
      </p>
    </section>
  );
}

function answer(rules: readonly RuleOfPlan[]): string {
  const side = rules.filter(({ kind, on }) => kind === 'side' && on);
  const binding = side.filter(({ binds }) => binds === true).length;
  if (side.length === 0) return 'No side rule is switched on.';
  const some = `${countWords(side.length, 'side rule')} ${side.length === 1 ? 'is' : 'are'} switched on`;
  return `${some.charAt(0).toUpperCase()}${some.slice(1)}, and ${binding === 0 ? 'none' : binding} of them ${binding === 1 ? 'binds' : binding === 0 ? 'binds' : 'bind'}.`;
}

function asks({ sentence, source, from }: RuleOfPlan) {
  return (
    <>
      {sentence}{' '}
      <span class="w-small">
        {source}
        {from === null ? '' : ` Since ${longDate(from)}.`}
      </span>
    </>
  );
}

function stateOf({ kind, on, binds }: RuleOfPlan): string {
  if (!on) return 'off';
  if (kind !== 'side') return kind === 'always' ? 'every plan' : 'with sergeants';
  return binds === null ? 'on, not reckoned' : 'on';
}
