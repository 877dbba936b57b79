import type { ValueClass } from './class-breaks.ts';
import { countWords } from './count-words.ts';
import { HexSwatch } from './hex-swatch.tsx';

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
          <HexSwatch name={`w-seq-${step}`} />
          {from === to ? format(from) : `${format(from)} to ${format(to)}`}
          {ending}: {countWords(count, 'ward')}
        </li>
      ))}
      {missing === 0 ? null : (
        <li>
          <HexSwatch name="w-seq-none" />
          no figure: {countWords(missing, 'ward')}
        </li>
      )}
    </ul>
  );
}
