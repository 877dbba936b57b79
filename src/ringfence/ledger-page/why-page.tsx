import { Button } from '../../ui/button.tsx';
import { errorOf, FormPage, type FormProblem } from '../../ui/form-page.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Asks an auditor why they look at the ledger, before anything of it is shown. */
export function WhyPage({
  action,
  asked,
  problems,
}: {
  action: string;
  /** The rest of what the address asked for, which goes along. */
  asked: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
}) {
  return (
    <FormPage title="The ring-fence ledger" problems={problems} first="reason">
      <form action={action} method="get" class="w-ask">
        <TextField
          id="reason"
          name="reason"
          label="Why you look at it"
          hint="It is kept with what you looked for."
          {...errorOf(problems, 'reason')}
        />
        {Object.entries(asked).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button text="Look" secondary />
      </form>
    </FormPage>
  );
}
