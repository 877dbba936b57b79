import { Panel } from '../../ui/panel.tsx';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import type { Charter, EvaluationResult } from '../model.ts';
import { sayState } from '../words/index.ts';

/** What the whole comes to by the stop rule, and what must be done by when. */
export function StatePanel({ charter, result }: { charter: Charter; result: EvaluationResult }) {
  const { head, meaning } = sayState(charter, result);
  return (
    <Panel title={head} warn={result.state === 'harm boundary crossed'}>
      <p class="w-body">
        {meaning} {result.synthetic ? <SyntheticMark /> : null}
      </p>
    </Panel>
  );
}
