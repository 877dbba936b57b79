import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { longDate } from '../../../ui/long-date.ts';
import type { RuleShown, WaitingShown } from '../rule-shown.ts';

/** What waits to be adopted, for whoever may see it, and the way to propose another for who may. */
export function WaitingSection({ rule }: { rule: RuleShown }) {
  const { waiting, decides, unit } = rule;
  if (waiting.length === 0 && !decides) return null;
  return (
    <section class="w-section" aria-labelledby="waiting">
      <h2 class="w-h2" id="waiting">
        Waiting to be adopted
      </h2>
      {waiting.length === 0 ? <p class="w-body">Nothing is proposed.</p> : null}
      {waiting.map((each) => (
        <Waiting key={each.id} waiting={each} decides={decides} unit={unit.name} />
      ))}
      {decides ? (
        <p class="w-body">
          <a class="govuk-link" href={`/ringfence/policy/propose?unit=${encodeURIComponent(unit.name)}`}>
            Propose a change
          </a>
          . Somebody else of command adopts it, and it begins on a day after that.
        </p>
      ) : null}
    </section>
  );
}

function Waiting({ waiting, decides, unit }: { waiting: WaitingShown; decides: boolean; unit: string }) {
  const { id, title, inForceFrom, because, proposed, changes, own } = waiting;
  const address = `/ringfence/policy/${id}`;
  const query = `?unit=${encodeURIComponent(unit)}`;
  return (
    <div class="w-panel">
      <h3 class="w-h3">
        “{title}”, from {longDate(inForceFrom)}
      </h3>
      <p class="w-body">
        {proposed}. {because}
      </p>
      {changes.length === 0 ? (
        <p class="w-body">It rules everything as the policy before it.</p>
      ) : (
        <DataTable
          caption="What it changes"
          phones="stack"
          compact
          columns={[
            { head: 'What', rowHeader: true, cell: ({ what }) => what },
            { head: 'Until then', cell: ({ before }) => before },
            { head: 'From then on', cell: ({ after }) => after },
          ]}
          rows={[...changes]}
          rowKey={({ what }) => what}
        />
      )}
      {decides ? (
        <div class="govuk-button-group">
          {own ? null : (
            <Form action={`${address}/adopt${query}`}>
              <Button text="Adopt it" preventDoubleClick />
            </Form>
          )}
          <Form action={`${address}/decline${query}`}>
            <Button text={own ? 'Take it back' : 'Decline it'} secondary preventDoubleClick />
          </Form>
        </div>
      ) : null}
      {decides && own ? <p class="w-note">You proposed it, so somebody else of command adopts it.</p> : null}
    </div>
  );
}
