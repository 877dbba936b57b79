/**
 * What officers are called on a page: by name, or by a number of this page alone where the reader's role shows no names.
 * One alone needs no number.
 * @param officers numbers in the records, each once
 */
export function namesShown(officers: readonly number[], names: ReadonlyMap<number, string>): Map<number, string> {
  const unnamed = officers.filter((officer) => !names.has(officer)).toSorted((a, b) => a - b);
  const call = (officer: number): string =>
    unnamed.length === 1
      ? 'An officer whose name is not shown'
      : `Officer ${unnamed.indexOf(officer) + 1}, whose name is not shown`;
  return new Map(officers.map((officer) => [officer, names.get(officer) ?? call(officer)]));
}
