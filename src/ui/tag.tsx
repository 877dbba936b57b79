export interface TagProps {
  text: string;
  /** "breach": a rule was broken. "clear": settled beyond doubt. No red and no green: the word says it. */
  weight?: 'plain' | 'breach' | 'clear';
}

/** A state in a word or two, on govuk-frontend's tag. */
export function Tag({ text, weight = 'plain' }: TagProps) {
  const weighted = weight === 'plain' ? '' : ` w-tag--${weight}`;
  return <strong class={`govuk-tag w-tag${weighted}`}>{text}</strong>;
}
