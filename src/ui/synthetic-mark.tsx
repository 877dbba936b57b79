/** Marks made-up figures where they stand. Put it in the sentence, caption or cell that holds the figure. */
export function SyntheticMark() {
  return <span class="w-syn">synthetic</span>;
}
