import { type Month, monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { NoFigure } from '../../ui/no-figure.tsx';
import { numberWord } from '../../ui/number-word.ts';
import { percent } from '../../ui/percent.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { Tag } from '../../ui/tag.tsx';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter, Look, OutcomeResult } from '../model.ts';
import { besideAddress } from './addresses.ts';
import { sayAsMuch, sayGap } from './say-figures.ts';
import { StateTag } from './state-tag.tsx';

/** The stop rule, look by look: what one outcome came to at each, and where it would have been called. */
export function LooksSection({ charter, outcome }: { charter: Charter; outcome: OutcomeResult }) {
  const { looks, title, group, role } = outcome;
  const modelled = looks.filter(({ rateFrom }) => rateFrom === 'model').map(({ month }) => monthName(month));
  return (
    <section class="w-section" aria-labelledby="looks">
      <h2 class="w-h2" id="looks">
        The stop rule, look by look
      </h2>
      <p class="w-body">{sayRule(charter)}</p>
      {looks.length === 0 ? (
        <p class="w-body">
          {role === 'context'
            ? `${title} is context only: no look is taken at it.`
            : `No look at ${withinSentence(title)} can be taken yet.`}
        </p>
      ) : (
        <DataTable<Look>
          caption={`${title} in ${group}, look by look`}
          sub={`Each look uses the figures up to its month and no later. A dash: at this look no gap could be called, however large${role === 'guard' ? '; benefit is not looked for' : ''}.`}
          columns={columnsFor(charter.looks.at(-1), role)}
          rows={[...looks]}
          rowKey={({ month }) => month}
          phones="stack"
          compact
        />
      )}
      {modelled.length > 0 ? (
        <p class="w-note">
          The boundaries{modelled.length === looks.length ? '' : ` to ${andList(modelled)}`} are model-based: other
          areas are too few to call anything by comparing with each of them at these rates, so the boundary and its
          chance of a false alarm come from a model of them.
        </p>
      ) : null}
      <p class="w-body w-noprint">
        <a class="govuk-link" href={besideAddress(charter.name, 'monitor')}>
          Every outcome at every look
        </a>
      </p>
    </section>
  );
}

/** The rule as the charter has it, in sentences. */
export function sayRule({ looks, stopRule, kind }: Charter): string {
  const { harmRate, benefitRate, meetWithinDays } = stopRule;
  const fixed = kind === 'retrospective' ? 'would have been' : 'were';
  return [
    `${sentenceCase(numberWord(looks.length))} ${looks.length === 1 ? 'look' : 'looks'} ${looks.length === 1 && kind !== 'retrospective' ? 'was' : fixed} fixed in advance, on the figures to ${andList(looks.map(monthName))}.`,
    `If nothing changed, the chance that harm is called on any outcome at any look is at most ${percent(harmRate, 0)}, and that benefit is called at most ${percent(benefitRate, 0)}.`,
    `Where harm is called, ${kind === 'retrospective' ? 'the signatories would meet' : 'those who signed meet'} within ${countWords(meetWithinDays, 'day')}.`,
  ].join(' ');
}

const columnsFor = (last: Month | undefined, role: OutcomeResult['role']): Column<Look>[] => [
  { head: 'Figures to', rowHeader: true, cell: ({ month }) => monthName(month) },
  { head: 'Gap so far', number: true, cell: (look) => sayGap(look.percent) },
  { head: 'Others that moved as far this way', number: true, cell: ({ asMuch }) => sayAsMuch(asMuch) },
  { head: 'Harm called from', number: true, cell: ({ harmAt }) => bound(harmAt) },
  {
    head: 'Benefit called from',
    number: true,
    cell: ({ benefitAt }) => (role === 'guard' ? <NoFigure because="not looked for" /> : bound(benefitAt)),
  },
  { head: 'State', cell: (look) => <LookState look={look} last={last} /> },
  { head: 'Why', full: true, cell: ({ because }) => because },
];

const bound = (at: number | null) =>
  at === null ? <NoFigure because="at this look no gap could be called, however large" /> : sayGap(at);

/** The state at a look; that what was hoped for is ruled out before the end is not the end's “cannot tell”. */
export function LookState({
  look: { state, month },
  last,
}: {
  look: Pick<Look, 'state' | 'month'>;
  last: Month | undefined;
}) {
  return state === 'cannot tell' && month !== last ? (
    <Tag text="Hoped-for improvement ruled out so far" weight="plain" />
  ) : (
    <StateTag state={state} />
  );
}
