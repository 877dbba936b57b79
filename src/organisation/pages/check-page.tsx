import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { BookCheck } from '../check-book.ts';
import type { Finding } from '../rule.ts';
import { checkAnswer, findingDays, type JudgedRule, judgedRules } from '../say-check.ts';
import type { BookFrame } from './book-frame.ts';
import { BookPage, ChooseDay } from './book-page.tsx';

const PATH = '/organisation/check';

export interface CheckPageProps {
  frame: BookFrame;
  check: BookCheck;
}

/** Every rule of the book with its state on a day, broken ones first in the table, and below it what is wrong where. */
export function CheckPage({ frame, check }: CheckPageProps) {
  const { figure, rest } = checkAnswer(check);
  const rules = judgedRules(check);
  const told = rules.filter(({ broken, unknown }) => broken.length + unknown.length > 0);
  return (
    <BookPage frame={frame} path={PATH} title="Check of the rules" over={frame.unit}>
      <Answer figure={figure} synthetic={frame.synthetic}>
        {rest}
      </Answer>
      {frame.whole ? null : (
        <Panel>
          <p class="w-body">You see part of {frame.unit}: nothing is said of the rest of it.</p>
        </Panel>
      )}
      <ChooseDay frame={frame} path={PATH} />
      {told.map((each) => (
        <Findings key={each.rule.name} judged={each} />
      ))}
      <DataTable<JudgedRule>
        caption="Every rule"
        sub="In the order in which they are told"
        synthetic={frame.synthetic}
        phones="stack"
        rows={rules}
        rowKey={({ rule }) => rule.name}
        columns={[
          {
            head: 'Rule',
            rowHeader: true,
            cell: ({ rule }) => (
              <>
                <span id={`rule-${rule.name}`}>{rule.sentence}</span>
                <small class="w-line">
                  <code>{rule.name}</code> · {rule.source}
                </small>
              </>
            ),
          },
          { head: 'State', cell: (judged) => <State {...judged} /> },
        ]}
      />
    </BookPage>
  );
}

function State({ rule, broken, unknown }: JudgedRule) {
  if (broken.length + unknown.length === 0) return <Tag text="Kept" weight="clear" />;
  return (
    <a class="govuk-link" href={`#${rule.name}`}>
      {broken.length > 0 ? <Tag text={`Broken ${broken.length}`} weight="breach" /> : null}
      {broken.length > 0 && unknown.length > 0 ? ' ' : null}
      {unknown.length > 0 ? <Tag text={`Unknown ${unknown.length}`} /> : null}
    </a>
  );
}

function Findings({ judged: { rule, broken, unknown } }: { judged: JudgedRule }) {
  return (
    <section class="w-section" aria-labelledby={rule.name}>
      <h2 class="w-h2" id={rule.name} tabIndex={-1}>
        {rule.sentence}
      </h2>
      {broken.length === 0 ? null : <FindingTable caption={countWords(broken.length, 'finding')} findings={broken} />}
      {unknown.length === 0 ? null : <FindingTable caption="Cannot be judged" findings={unknown} />}
    </section>
  );
}

function FindingTable({ caption, findings }: { caption: string; findings: Finding[] }) {
  return (
    <DataTable<Finding>
      caption={caption}
      phones="stack"
      rows={findings}
      rowKey={({ where, from, sentence }) => `${where} ${from} ${sentence}`}
      columns={[
        { head: 'Where', rowHeader: true, cell: ({ where }) => where },
        { head: 'Days', cell: findingDays },
        { head: 'What to do', full: true, cell: ({ sentence }) => sentence },
      ]}
    />
  );
}
