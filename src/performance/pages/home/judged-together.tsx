import { numberWord } from '../../../ui/number-word.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { ComparisonRow } from '../../model.ts';
import { sayTogether } from './say-together.ts';

/** All rows judged together: how many a reader must expect to look clear by chance, and which hold with that allowed for. */
export function JudgedTogether({ rows }: { rows: readonly ComparisonRow[] }) {
  const judged = rows.filter(({ falseDiscovery }) => falseDiscovery !== null);
  if (judged.length < 2) return null;
  const count = numberWord(judged.length);
  return (
    <Panel title={`${count.slice(0, 1).toUpperCase()}${count.slice(1)} rows are ${count} chances to be misled`}>
      <p class="w-body">{sayTogether(judged)}</p>
    </Panel>
  );
}
