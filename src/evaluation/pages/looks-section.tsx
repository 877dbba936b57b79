import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { NoFigure } from '../../ui/no-figure.tsx';
import { numberWord } from '../../ui/number-word.ts';
import { percent } from '../../ui/percent.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import type { Charter, Look, OutcomeResult } from '../model.ts';
import { besideAddress } from './addresses.ts';
import { sayAsMuch, sayGap } from './say-figures.ts';
import { StateTag } from './state-tag.tsx';

/** The stop rule, look by look: what one outcome came to at each, and where it would have been called. */
export function LooksSection({ charter, outcome }: { charter: Charter; outcome: OutcomeResult }) {
  const { looks, title, group, role } = outcome;
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
            : `No look at ${title.toLowerCase()} can be taken yet.`}
        </p>
      ) : (
        <DataTable<Look>
          caption={`${title} in ${group}, look by look`}
          sub="Each look uses the figures up to its month and no later."
          columns={COLUMNS}
          rows={[...looks]}
          rowKey={({ month }) => month}
          phones="stack"
          compact
        />
      )}
      {looks.some(({ rateFrom }) => rateFrom === 'model') ? (
        <p class="w-note">
          Model-based: other areas are too few for a lot among them to call anything at these rates, so the boundary and
          its chance of a false alarm come from a model of them.
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

const COLUMNS: Column<Look>[] = [
  { head: 'Figures to', rowHeader: true, cell: ({ month }) => monthName(month) },
  { head: 'Gap so far', number: true, cell: (look) => sayGap(look.percent) },
  { head: 'Others that moved as far', number: true, cell: ({ asMuch }) => sayAsMuch(asMuch) },
  { head: 'Harm called from', number: true, cell: ({ harmAt }) => bound(harmAt) },
  { head: 'Benefit called from', number: true, cell: ({ benefitAt }) => bound(benefitAt) },
  { head: 'Rate from', cell: ({ rateFrom }) => (rateFrom === 'lot' ? 'the lot' : 'a model') },
  { head: 'State', cell: ({ state }) => <StateTag state={state} /> },
  { head: 'Why', full: true, cell: ({ because }) => because },
];

const bound = (at: number | null) => (at === null ? <NoFigure because="no gap would be called" /> : sayGap(at));
