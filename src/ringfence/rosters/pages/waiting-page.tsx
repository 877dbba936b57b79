import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Form } from '../../../ui/form.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import type { RosterAnswer } from '../roster-answer.ts';
import { sayAnswer, sayBeside } from '../say-roster.ts';
import { CountsTable } from './counts-table.tsx';
import { HeldTable } from './held-table.tsx';

/** Changes and rows held back that a page lists. */
const LISTED = 200;

/** What a roster would change, before it does. @param id name under which it waits; null: nothing of it can be used */
export function WaitingPage({ id, answer, whole }: { id: string | null; answer: RosterAnswer; whole: boolean }) {
  const refused = answer.kind === 'refused' || answer.kind === 'already';
  return (
    <FormPage
      title={`What ${answer.name} would change`}
      active="/ringfence/team"
      above={[
        { text: 'My team', href: '/ringfence/team' },
        { text: 'Rosters', href: '/ringfence/rosters' },
      ]}
      problems={refused ? [{ field: null, sentence: sayAnswer(answer) }] : []}
      first="again"
      synthetic={'synthetic' in answer && answer.synthetic}
    >
      {'shown' in answer && id !== null ? <Preview id={id} answer={answer} whole={whole} /> : null}
      {answer.kind === 'refused' && answer.held.length > 0 ? <Held held={answer.held} /> : null}
      <p>
        <a class="govuk-link" id="again" href="/ringfence/rosters">
          Send another roster
        </a>
      </p>
    </FormPage>
  );
}

function Preview({
  id,
  answer,
  whole,
}: {
  id: string;
  answer: Extract<RosterAnswer, { shown: unknown }>;
  whole: boolean;
}) {
  const { shown, unit, synthetic } = answer;
  return (
    <>
      <p class="w-note">
        For {unit}. Nothing is changed yet.
        {whole ? ' It is said to be whole: what earlier rosters brought and it no longer has is removed.' : ''}
      </p>
      <CountsTable caption="What it would do" counts={shown.counts} synthetic={synthetic} />
      {sayBeside(shown).map((said) => (
        <p key={said}>{said}</p>
      ))}
      {shown.changes.length === 0 ? null : (
        <>
          <h2 class="w-h2">Changed and removed</h2>
          <ul class="govuk-list govuk-list--bullet">
            {shown.changes.slice(0, LISTED).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
          <More rows={shown.changes.length - LISTED} />
        </>
      )}
      {shown.held.length === 0 ? null : <Held held={shown.held} />}
      <Form action={`/ringfence/rosters/waiting/${id}`}>
        <input type="hidden" name="digest" value={shown.digest} />
        <Button text="Take it in" preventDoubleClick />
      </Form>
      <Form action={`/ringfence/rosters/waiting/${id}/discard`}>
        <Button text="Do not take it in" secondary />
      </Form>
    </>
  );
}

function Held({ held }: { held: readonly { line: number; written: string; said: string }[] }) {
  return (
    <>
      <HeldTable rows={held.slice(0, LISTED).map((row) => ({ ...row, settled: null }))} settle={null} />
      <More rows={held.length - LISTED} />
    </>
  );
}

const More = ({ rows }: { rows: number }) => (rows > 0 ? <p>And {countWords(rows, 'row')} more like these.</p> : null);
