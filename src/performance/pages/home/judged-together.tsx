import { numberWord } from '../../../ui/number-word.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { SaidAnswer } from '../../comparison/say-answer.ts';

/** All rows judged together: how many a reader must expect to look clear by chance, and which hold with that allowed for. */
export function JudgedTogether({ said: { together, judged } }: { said: SaidAnswer }) {
  if (together === null) return null;
  const count = numberWord(judged);
  return (
    <Panel title={`${count.slice(0, 1).toUpperCase()}${count.slice(1)} rows are ${count} chances to be misled`}>
      <p class="w-body">{together}</p>
    </Panel>
  );
}
