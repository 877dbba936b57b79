import type { ComponentChildren } from 'preact';
import { QuestionHexagon } from './question-heading.tsx';
import { QUESTION_NUMBERS, QUESTIONS, type QuestionNumber } from './questions.ts';
import { SyntheticMark } from './synthetic-mark.tsx';

export interface QuestionSummary {
  /** The answer as one figure, "118 + 48"; none when the records that would answer it are not kept. */
  figure?: string;
  /** One or two short sentences. */
  text: ComponentChildren;
  /** Where the answer stands in full. */
  href?: string;
  synthetic?: boolean;
}

/** The four questions in a strip, each answered in one figure or said to be unanswerable yet. */
export function FourQuestions({ summaries }: { summaries: Record<QuestionNumber, QuestionSummary> }) {
  return (
    <ol class="w-four">
      {QUESTION_NUMBERS.map((number) => (
        <Question key={number} number={number} {...summaries[number]} />
      ))}
    </ol>
  );
}

function Question({ number, figure, text, href, synthetic = false }: QuestionSummary & { number: QuestionNumber }) {
  return (
    <li>
      <h2>
        <QuestionHexagon number={number} />
        {href === undefined ? (
          <span>{QUESTIONS[number]}</span>
        ) : (
          <a class="govuk-link" href={href}>
            {QUESTIONS[number]}
          </a>
        )}
      </h2>
      <p {...(figure === undefined ? { class: 'w-unknown' } : {})}>
        {figure === undefined ? null : <span class="w-fig">{figure}</span>}
        {text}
        {synthetic ? ' ' : null}
        {synthetic ? <SyntheticMark /> : null}
      </p>
    </li>
  );
}
