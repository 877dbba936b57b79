/** A title in the middle of a sentence: "recorded crime". Names in capitals, such as "ASB calls", keep them. */
export function lowerFirst(title: string): string {
  return /^[A-Z][A-Z]/.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
