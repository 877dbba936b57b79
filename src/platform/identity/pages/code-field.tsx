import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export interface CodeFieldProps {
  problems: readonly FormProblem[];
  label?: string;
  hint: string;
  /** Whether a recovery code, which has letters, may be typed as well. */
  recovery?: boolean;
}

/** The code of an authenticator: six digits on a keypad, unless letters may be typed too. Pasting is welcome. */
export function CodeField({ problems, label = 'Code', hint, recovery = false }: CodeFieldProps) {
  return (
    <TextField
      id="code"
      name="code"
      label={label}
      hint={hint}
      autoComplete="one-time-code"
      characters={recovery ? 20 : 10}
      {...(recovery ? {} : { inputMode: 'numeric' as const })}
      {...errorOf(problems, 'code')}
    />
  );
}
