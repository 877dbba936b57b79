/**
 * A name reduced to what people agree on when they type it: lower-case words, without punctuation,
 * "&" read as "and". "St. Mary's & St James'" and "st marys and st james" become the same.
 */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
