import { TextField, type TextFieldProps } from './text-field.tsx';

export interface NumberFieldProps extends Omit<TextFieldProps, 'type' | 'inputMode'> {
  /** True where decimals make sense, as for weights. */
  decimals?: boolean;
}

/** A number. A text field underneath, as number inputs lose what is typed wrongly and change when scrolled over. */
export function NumberField({ decimals = false, ...field }: NumberFieldProps) {
  return <TextField {...field} inputMode={decimals ? 'decimal' : 'numeric'} />;
}
