/** Longest code that fits a hexagon on a phone. */
const LONGEST = 6;

const SHORTENED: Record<string, string> = {
  central: 'C',
  east: 'E',
  north: 'N',
  south: 'S',
  west: 'W',
  cross: 'X',
  gardens: 'Gd',
  green: 'Gn',
  hill: 'Hl',
  park: 'Pk',
  road: 'Rd',
  square: 'Sq',
  street: 'St',
  town: 'Tn',
};

function words(name: string): string[] {
  return name
    .replaceAll(/['’.,]/g, '')
    .split(/[\s&-]+/)
    .filter((word) => word !== '');
}

/** The start of a word, cut where an abbreviation would be: "Belsize" is "Bels", "Bloomsbury" is "Bloom". */
function clipped(word: string): string {
  if (word.length <= LONGEST) return word;
  const start = word.slice(0, LONGEST - 1);
  return /[aeiou]$/.test(start) ? start.slice(0, -1) : start;
}

function shortened(word: string): string | undefined {
  return SHORTENED[word.toLowerCase()];
}

/** Codes for one name, best first: what a reader would guess, then longer and odder ones. */
function candidates(name: string): string[] {
  const parts = words(name);
  const [first = '?', ...rest] = parts;
  const ending = rest
    .map((word) => shortened(word))
    .filter((code) => code !== undefined)
    .at(-1);
  const lead = shortened(first);
  const fromLead = lead !== undefined && rest[0] !== undefined ? [`${lead} ${rest[0].slice(0, LONGEST - 3)}`] : [];
  const saint = first.toLowerCase() === 'st' && rest[0] !== undefined ? [`St ${rest[0].slice(0, LONGEST - 3)}`] : [];
  const withEnding = ending === undefined ? [] : [`${first.slice(0, LONGEST - 1 - ending.length)} ${ending}`];
  const initials = parts
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, LONGEST);
  return [
    ...fromLead,
    ...saint,
    ...withEnding,
    clipped(first),
    first.slice(0, LONGEST),
    ...(parts.length > 1 ? [initials] : []),
  ];
}

/**
 * Codes short enough for a hexagon on a phone, such as "Cam Sq" for Camden Square and "W Ham" for West Hampstead.
 * No two names get the same code; the same names always get the same codes, whatever their order.
 * @param names distinct names
 * @returns name → code of at most six characters
 */
export function shortCodes(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const codes = new Map<string, string>();
  for (const name of names.toSorted()) {
    const numbered = names.map((_, index) => `${words(name)[0]?.slice(0, LONGEST - 3) ?? ''}${index + 2}`);
    const code = [...candidates(name), ...numbered].find((candidate) => !taken.has(candidate)) ?? name;
    taken.add(code);
    codes.set(name, code);
  }
  return codes;
}
