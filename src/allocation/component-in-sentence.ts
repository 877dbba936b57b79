/** A component's title as it stands inside a sentence: "recorded crime", but "VAWG offences" as it is. */
export function componentInSentence(title: string): string {
  const [first = '', second = ''] = title;
  return second === second.toUpperCase() ? title : `${first.toLowerCase()}${title.slice(1)}`;
}
