import { Button } from './button.tsx';
import { Form } from './form.tsx';

export interface ApprovalFormProps {
  /** Address of what waits; the form is sent to its /approve or /publish. */
  address: string;
  /** What it is, in a sentence: "plan". */
  what: string;
  next: { kind: 'approve'; alone: boolean } | { kind: 'publish' } | { kind: 'nothing'; because: string };
  /** Of what is shown, so that nothing else is approved. */
  contentHash: string;
}

/** What a second person does with what waits: approves it and publishes it, publishes what was approved, or is told why not. */
export function ApprovalForm({ address, what, next, contentHash }: ApprovalFormProps) {
  if (next.kind === 'nothing') return <p class="w-body">{next.because}</p>;
  if (next.kind === 'publish')
    return (
      <Form action={`${address}/publish`}>
        <Button text="Publish" preventDoubleClick />
      </Form>
    );
  return (
    <Form action={`${address}/approve`}>
      {next.alone ? (
        <p class="w-body">Nobody else can approve it yet, so you may alone. The {what} will say so to every reader.</p>
      ) : null}
      <input type="hidden" name="content-hash" value={contentHash} />
      <div class="govuk-button-group">
        <Button text="Approve and publish" name="publish" value="yes" preventDoubleClick />
        <Button text="Approve only" secondary preventDoubleClick />
      </div>
    </Form>
  );
}
