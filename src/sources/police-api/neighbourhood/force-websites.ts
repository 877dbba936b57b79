/**
 * The part of a force's web address before ".police.uk", where it is not the name the API gives the force without its
 * hyphens; from memory of the forces' sites. Details name their force by such an address only.
 */
const OTHER_ADDRESSES: ReadonlyMap<string, string> = new Map([
  ['met', 'metropolitan'],
  ['gmp', 'greater-manchester'],
  ['leics', 'leicestershire'],
  ['cityoflondon', 'city-of-london'],
  ['devon-cornwall', 'devon-and-cornwall'],
  ['cambs', 'cambridgeshire'],
  ['herts', 'hertfordshire'],
  ['lincs', 'lincolnshire'],
  ['northants', 'northamptonshire'],
  ['southyorks', 'south-yorkshire'],
]);

/** Forces whose address is their name. */
const SAME_NAME = new Set([
  'bedfordshire',
  'cheshire',
  'cleveland',
  'cumbria',
  'derbyshire',
  'dorset',
  'durham',
  'dyfed-powys',
  'essex',
  'gloucestershire',
  'gwent',
  'hampshire',
  'humberside',
  'kent',
  'lancashire',
  'merseyside',
  'norfolk',
  'northumbria',
  'nottinghamshire',
  'staffordshire',
  'suffolk',
  'surrey',
  'sussex',
  'warwickshire',
  'wiltshire',
  'avon-and-somerset',
  'north-wales',
  'north-yorkshire',
  'south-wales',
  'south-yorkshire',
  'thames-valley',
  'west-mercia',
  'west-midlands',
  'west-yorkshire',
]);

const ADDRESS = /^https?:\/\/(?:www\.)?([a-z-]+)\.(?:pnn\.)?police\.uk(?:[/:?#]|$)/i;

/**
 * The force a web address is of, as the API names it; null when it is not known.
 * @example forceOfWebsite('http://www.leics.police.uk/local-policing/city-centre') // 'leicestershire'
 */
export function forceOfWebsite(url: string): string | null {
  const label = ADDRESS.exec(url.trim())?.[1]?.toLowerCase();
  if (label === undefined) return null;
  return OTHER_ADDRESSES.get(label) ?? [...SAME_NAME].find((name) => plain(name) === plain(label)) ?? null;
}

const plain = (name: string): string => name.replaceAll('-', '');
