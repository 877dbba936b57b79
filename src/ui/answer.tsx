import type { ComponentChildren } from 'preact';
import { SyntheticMark } from './synthetic-mark.tsx';

export interface AnswerProps {
  /** The figure itself, in bold, ending as a sentence: "3 officers and 1 PCSO." */
  figure: string;
  /** True when the figure is made up. */
  synthetic?: boolean;
  /** What is said after the figure. */
  children?: ComponentChildren;
}

/** The one sentence that answers a section's question, its figure in bold. Evidence follows it. */
export function Answer({ figure, synthetic = false, children }: AnswerProps) {
  return (
    <p class="w-answer">
      <b>{figure}</b> {children}
      {synthetic ? ' ' : null}
      {synthetic ? <SyntheticMark /> : null}
    </p>
  );
}
