import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { BookCheck } from '../check-book.ts';
import type { Finding } from '../rule.ts';
import { checkAnswer, findingDays, type JudgedRule, judgedRules, type Reason, unknownReasons } from '../say-check.ts';
import type { BookFrame } from './book-frame.ts';
import { BookPage, ChooseDay } from './book-page.tsx';

const PATH = '/organisation/check';

export interface CheckPageProps {
  frame: BookFrame;
  check: BookCheck;
}

/** What is broken on a day, rule by rule; then what cannot be judged; then every rule with its state. */
export function CheckPage({ frame, check }: CheckPageProps) {
  const { figure, rest } = checkAnswer(check);
  const rules = judgedRules(check);
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
      {rules
        .filter(({ broken }) => broken.length > 0)
        .map((judged) => (
          <Broken key={judged.rule.name} frame={frame} {...judged} />
        ))}
      {check.unknown.length === 0 ? null : <Unknown reasons={unknownReasons(check)} />}
      <EveryRule frame={frame} rules={rules} />
    </BookPage>
  );
}

function Broken({ frame, rule, broken }: JudgedRule & Pick<CheckPageProps, 'frame'>) {
  return (
    <section class="w-section" aria-labelledby={rule.name}>
      <h2 class="w-h2" id={rule.name} tabIndex={-1}>
        {rule.sentence}
      </h2>
      <DataTable<Finding>
        caption={`Broken ${broken.length === 1 ? 'once' : `${broken.length} times`}`}
        sub="The days are those on end, around this one, on which it is so"
        synthetic={frame.synthetic}
        phones="stack"
        rows={broken}
        rowKey={keyOf}
        columns={FINDING_COLUMNS}
      />
    </section>
  );
}

const keyOf = ({ rule, where, sentence }: Finding) => `${rule} ${where} ${sentence}`;

const FINDING_COLUMNS: Column<Finding>[] = [
  { head: 'Where', rowHeader: true, cell: ({ where }) => where },
  { head: 'Days', cell: findingDays },
  { head: 'What to do', full: true, cell: ({ sentence }) => sentence },
];

function Unknown({ reasons }: { reasons: Reason[] }) {
  return (
    <section class="w-section" aria-labelledby={UNKNOWN}>
      <h2 class="w-h2" id={UNKNOWN} tabIndex={-1}>
        What cannot be judged
      </h2>
      <DataTable<Reason>
        caption="Not recorded, or not for your eyes"
        phones="stack"
        rows={reasons}
        rowKey={({ where, sentence }) => `${where} ${sentence}`}
        columns={[
          { head: 'Where', rowHeader: true, cell: ({ where }) => where },
          { head: 'What to do', full: true, cell: ({ sentence }) => sentence },
          { head: 'Rules', cell: ({ rules }) => <RuleNames names={rules} /> },
        ]}
      />
    </section>
  );
}

/** A rule by its name; of many only how many, which the table of every rule tells apart. */
function RuleNames({ names }: { names: string[] }) {
  const [only, ...others] = names;
  return <span>{others.length === 0 ? <code>{only}</code> : countWords(names.length, 'rule')}</span>;
}

const UNKNOWN = 'cannot-be-judged';

function EveryRule({ frame, rules }: { frame: BookFrame; rules: JudgedRule[] }) {
  return (
    <DataTable<JudgedRule>
      caption="Every rule"
      sub="With its name, where it comes from, and its state on this day"
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
              {rule.sentence}
              <small class="w-line">
                <code>{rule.name}</code> · {rule.source}
              </small>
            </>
          ),
        },
        { head: 'State', cell: (judged) => <State {...judged} /> },
      ]}
    />
  );
}

function State({ rule, broken, unknown }: JudgedRule) {
  if (broken.length + unknown.length === 0) return <Tag text="Kept" weight="clear" />;
  return (
    <>
      {broken.length === 0 ? null : (
        <a class="govuk-link" href={`#${rule.name}`}>
          <Tag text={`Broken ${broken.length}`} weight="breach" />
        </a>
      )}{' '}
      {unknown.length === 0 ? null : (
        <a class="govuk-link" href={`#${UNKNOWN}`}>
          <Tag text={`Unknown ${unknown.length}`} />
        </a>
      )}
    </>
  );
}
