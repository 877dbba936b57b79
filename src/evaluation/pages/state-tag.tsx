import { sentenceCase } from '../../ui/sentence-case.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Standing, State } from '../model.ts';

const WEIGHTS: Record<State, 'plain' | 'breach' | 'clear'> = {
  continue: 'plain',
  'cannot tell': 'plain',
  'harm boundary crossed': 'breach',
  'benefit shown': 'clear',
};

/** What the stop rule says, in words that carry it alone. */
export function StateTag({ state }: { state: State }) {
  return (
    <span class="w-nw">
      <Tag text={sentenceCase(state)} weight={WEIGHTS[state]} />
    </span>
  );
}

/** How far a charter is agreed. */
export function StandingTag({ standing }: { standing: Standing }) {
  return <Tag text={sentenceCase(standing)} weight={standing === 'signed' ? 'clear' : 'plain'} />;
}
