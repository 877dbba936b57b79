import { longDate } from '../../ui/long-date.ts';
import { Panel } from '../../ui/panel.tsx';
import type { CharterShown } from '../model.ts';

const NOTICES: Record<CharterShown['standing'], { title: string; text: string } | null> = {
  retrospective: {
    title: 'Retrospective: written after the start; it cannot be signed.',
    text: 'Nobody agreed beforehand what would count as working. Outcomes, comparison and stop rule were chosen by whoever wrote the charter, who may have known how it went.',
  },
  draft: { title: 'Nobody has signed it yet.', text: 'What it says may still change.' },
  'partly signed': {
    title: 'Not every signatory has signed.',
    text: 'It is in force once all have, before the start.',
  },
  signed: null,
  file: { title: 'A charter from a file.', text: 'It is in no records, and nobody has signed it here.' },
};

/** How far the charter of a result is agreed, and every change since: on top of every page that shows a result. */
export function StandingNotice({ standing, amendments }: Pick<CharterShown, 'standing' | 'amendments'>) {
  const notice = NOTICES[standing];
  return (
    <>
      {notice === null ? null : (
        <p class="w-body">
          <b>{notice.title}</b> {notice.text}
        </p>
      )}
      {amendments.length === 0 ? null : (
        <Panel
          title={
            amendments.length === 1 ? 'The charter was amended' : `The charter was amended ${amendments.length} times`
          }
        >
          <ol class="w-body-list">
            {amendments.map(({ number, on, because, changed }) => (
              <li key={number}>
                {longDate(on)}: {because} <small>Changed: {changed.join('; ')}.</small>
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}
