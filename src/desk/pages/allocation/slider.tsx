/** The least and the most a slider goes to; what is typed beside it may lie beyond. */
export interface SlidesTo {
  least: number;
  most: number;
}

export interface SliderProps {
  /** Identity of the text field whose number it moves. */
  field: string;
  /** The field's label, which a screen reader hears before what the slider is. */
  label: string;
  value: string;
  to: SlidesTo;
}

/**
 * A slider beside a number that can also be typed. Without script it could move nothing, so it is hidden until the browser
 * works plans out; it has no name, so a form is sent without it.
 */
export function Slider({ field, label, value, to: { least, most } }: SliderProps) {
  const number = Number(value) || 0;
  return (
    <input
      type="range"
      class="w-slider"
      hidden
      data-slides={field}
      aria-label={`${label}, slider`}
      min={Math.min(least, number)}
      max={Math.max(most, number)}
      step="1"
      value={value}
    />
  );
}
