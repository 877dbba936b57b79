/**
 * The key of a source category: the source, then each level of its name in lower case with hyphens.
 * Capitals, "&" and punctuation differ between publications of the same category and make no difference here.
 * @example
 * categoryKey('mps', 'Arson and Criminal Damage', 'ARSON'); // 'mps/arson-and-criminal-damage/arson'
 */
export function categoryKey(source: string, ...levels: string[]): string {
  return [source, ...levels.map(slug)].join('/');
}

/** A name in lower case with hyphens: "Drugs & weapons" becomes "drugs-and-weapons". */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
