import type { ValueClass } from './class-breaks.ts';
import { countWords } from './count-words.ts';

export interface ClassKeyProps {
  classes: ValueClass[];
  /** Writes a value. */
  format: (value: number) => string;
  /** What follows the values: "officers"; none when the title says it. */
  noun?: string;
  /** Wards without a figure. */
  missing?: number;
}

/** The key of a map: each class with its values and how many wards it holds. */
export function ClassKey({ classes, format, noun, missing = 0 }: ClassKeyProps) {
  const ending = noun === undefined ? '' : ` ${noun}`;
  return (
    <ul class="w-key">
      {classes.map(({ step, from, to, count }) => (
        <li key={step}>
          <Swatch name={`w-seq-${step}`} />
          {from === to ? format(from) : `${format(from)} to ${format(to)}`}
          {ending}: {countWords(count, 'ward')}
        </li>
      ))}
      {missing === 0 ? null : (
        <li>
          <Swatch name="w-seq-none" />
          no figure: {countWords(missing, 'ward')}
        </li>
      )}
    </ul>
  );
}

function Swatch({ name }: { name: string }) {
  return (
    <svg width="18" height="20" viewBox="-9 -10 18 20" aria-hidden="true" focusable="false">
      <path class={`w-swatch ${name}`} d="M0-9.5 8.2-4.7V4.7L0 9.5-8.2 4.7V-4.7Z" />
    </svg>
  );
}
