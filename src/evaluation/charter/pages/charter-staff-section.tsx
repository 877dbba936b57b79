import { ApprovalForm } from '../../../ui/approval-form.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf } from '../../../ui/form-page.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { besideAddress } from '../../pages/addresses.ts';
import type { CharterPageModel, CharterStaff } from './charter-page-model.ts';

interface StaffProps {
  model: CharterPageModel;
  staff: CharterStaff;
}

/** What who keeps a charter, or signs it, does with it. */
export function CharterStaffSection({ model, staff }: StaffProps) {
  const address = besideAddress(model.shown.charter.name, 'charter');
  return (
    <section class="w-section w-noprint" aria-labelledby="keeping">
      <h2 class="w-h2" id="keeping">
        Keeping it
      </h2>
      {staff.toSignFor.length === 0 ? null : <SignForm model={model} staff={staff} />}
      {staff.mayChange ? (
        <p class="w-body">
          <a class="govuk-link" href={`${address}/edit`}>
            {staff.amends ? 'Amend it' : 'Change the draft'}
          </a>
        </p>
      ) : null}
      <Readers model={model} staff={staff} />
    </section>
  );
}

function SignForm({ model: { shown, problems, typed }, staff }: StaffProps) {
  const { hash, amendment } = staff.standing;
  const what = amendment === null ? 'the charter as it stands here' : `the charter with amendment ${amendment}`;
  return (
    <Form action={`${besideAddress(shown.charter.name, 'charter')}/sign`} class="w-ask" novalidate>
      <p class="w-body">
        You would sign {what}, by its fingerprint <code class="w-hash">{hash}</code>. A signature is never taken back.
      </p>
      <input type="hidden" name="hash" value={hash} />
      <SelectField
        id="organisation"
        name="organisation"
        label="For whom you sign"
        choices={staff.toSignFor.map((value) => ({ value, text: value }))}
        value={typed.organisation ?? ''}
        {...errorOf(problems, 'organisation')}
      />
      <TextField
        id="signedAs"
        name="signedAs"
        label="Your name and office"
        hint="As readers see them."
        value={typed.signedAs ?? staff.ownName}
        {...errorOf(problems, 'signedAs')}
      />
      <Button text="Sign the charter" preventDoubleClick />
    </Form>
  );
}

function Readers({ model: { shown, problems, typed }, staff }: StaffProps) {
  const address = besideAddress(shown.charter.name, 'charter');
  const { preview, isPublic, mayPropose, mayWithdraw } = staff;
  return (
    <>
      {preview === null ? (
        <p class="w-body">{isPublic ? 'Readers see it.' : 'Readers do not see it.'}</p>
      ) : (
        <>
          {preview.sentences.map((sentence) => (
            <p class="w-body" key={sentence}>
              {sentence}
            </p>
          ))}
          <ApprovalForm address={address} what="charter" next={preview.next} contentHash={preview.contentHash} />
        </>
      )}
      {mayPropose ? (
        <Form action={`${address}/propose`}>
          <Button text="Propose it for readers as it stands" secondary preventDoubleClick />
        </Form>
      ) : null}
      {(isPublic || preview !== null) && mayWithdraw ? (
        <Form action={`${address}/withdraw`} class="w-ask" novalidate>
          <TextArea
            id="reason"
            name="reason"
            label="Why readers are not to see it"
            hint="Who read it reads this in its place. Name nobody."
            rows={3}
            value={typed.reason ?? ''}
            {...errorOf(problems, 'reason')}
          />
          <Button text="Take it from readers" secondary preventDoubleClick />
        </Form>
      ) : null}
    </>
  );
}
