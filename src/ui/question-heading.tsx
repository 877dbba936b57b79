import { QUESTIONS, type QuestionNumber } from './questions.ts';

/** The numbered hexagon. Decorative: the question's words always stand beside it. */
export function QuestionHexagon({ number }: { number: QuestionNumber }) {
  return (
    <svg viewBox="-18 -20 36 40" width="34" height="38" aria-hidden="true" focusable="false">
      <path class="w-hexno" d="M0-19 16.5-9.5V9.5L0 19-16.5 9.5V-9.5Z" />
      <text y="6">{number}</text>
    </svg>
  );
}

/** Heading of one of the four questions, always in the same words; its id is q1 to q4. */
export function QuestionHeading({ number }: { number: QuestionNumber }) {
  return (
    <h2 class="w-q" id={`q${number}`}>
      <QuestionHexagon number={number} />
      <span>{QUESTIONS[number]}</span>
    </h2>
  );
}
