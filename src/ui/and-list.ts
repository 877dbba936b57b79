/** "Camden", "Camden and Islington", "Barnet, Camden and Islington". */
export function andList(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
