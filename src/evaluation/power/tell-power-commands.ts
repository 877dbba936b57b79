import type { Output } from '../../platform/command-line.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import type { CharterShown } from '../model.ts';
import type { PowerAnswer } from './model.ts';
import { powerLines } from './power-lines.ts';

/** Tells on a terminal what a pilot could see, as text or as JSON; a refusal ends with 1. */
export function tellPower(
  { charter, hash }: Pick<CharterShown, 'charter' | 'hash'>,
  answer: PowerAnswer,
  { output, json }: { output: Output; json: boolean },
): void {
  if (answer.kind === 'refused') {
    output.error(answer.because);
    output.exitCode(1);
  } else if (json) output.json({ charter: charter.name, hash, outcomes: answer.powers });
  else for (const line of powerLines(charter, answer.powers).flatMap((each) => wrapText(each))) output.line(line);
}
