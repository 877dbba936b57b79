import { Button } from '../../ui/button.tsx';
import { countWords } from '../../ui/count-words.ts';
import { Form } from '../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../ui/form-page.tsx';
import { moment } from '../../ui/moment.ts';
import { Panel } from '../../ui/panel.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TextArea } from '../../ui/text-area.tsx';

export interface RevokePageModel {
  device: { name: string; browser: string; lastAt: Date; waiting: number };
  action: string;
  /** Why, as far as it was said; empty at the first step. */
  typed: string;
  problems: readonly FormProblem[];
  synthetic: boolean;
}

/** Two steps: why a phone is revoked, then what may be lost with it and a second press. */
export function RevokePage({ device, action, typed, problems, synthetic }: RevokePageModel) {
  const { name, browser, lastAt, waiting } = device;
  const asksAgain = typed !== '' && problems.length === 0;
  return (
    <FormPage
      title={`Revoke the phone of ${name}`}
      active="/ringfence/team"
      above={[
        { text: 'My team', href: '/ringfence/team' },
        { text: 'Phones of the team', href: '/ringfence/phones' },
      ]}
      problems={problems}
      first="because"
      synthetic={synthetic}
    >
      <SummaryList
        rows={[
          { key: 'Phone', value: browser === '' ? 'It did not say what it is' : browser },
          { key: 'Last in touch', value: moment(lastAt) },
          { key: 'Waiting then', value: countWords(waiting, 'record') },
        ]}
      />
      <Form action={action} class="w-ask" novalidate>
        {asksAgain ? (
          <>
            <Panel title="What may be lost" warn>
              <p class="w-body">
                Anything {name} recorded on it since {moment(lastAt)} comes only if the phone gets in touch once more:
                it is then held for you. Ask {name} what they were called away for since.
              </p>
            </Panel>
            <input type="hidden" name="because" value={typed} />
            <input type="hidden" name="sure" value="yes" />
            <Button text="Revoke it" preventDoubleClick />
          </>
        ) : (
          <>
            <TextArea
              id="because"
              name="because"
              label="Why it is revoked"
              hint="Such as: it was lost, or handed on. It is kept with who revoked it."
              rows={3}
              value={typed}
              {...errorOf(problems, 'because')}
            />
            <Button text="Go on" />
          </>
        )}
      </Form>
      <p class="w-body">
        <a class="govuk-link" href="/ringfence/phones">
          Leave it as it is
        </a>
      </p>
    </FormPage>
  );
}
