/**
 * The forces of data.police.uk, by the names it uses in its files and addresses: the 43 of England and Wales, that of
 * Northern Ireland, and the British Transport Police.
 * @source https://data.police.uk/docs/method/forces/
 */
export const KNOWN_FORCES = [
  'avon-and-somerset',
  'bedfordshire',
  'btp',
  'cambridgeshire',
  'cheshire',
  'city-of-london',
  'cleveland',
  'cumbria',
  'derbyshire',
  'devon-and-cornwall',
  'dorset',
  'durham',
  'dyfed-powys',
  'essex',
  'gloucestershire',
  'greater-manchester',
  'gwent',
  'hampshire',
  'hertfordshire',
  'humberside',
  'kent',
  'lancashire',
  'leicestershire',
  'lincolnshire',
  'merseyside',
  'metropolitan',
  'norfolk',
  'north-wales',
  'north-yorkshire',
  'northamptonshire',
  'northern-ireland',
  'northumbria',
  'nottinghamshire',
  'south-wales',
  'south-yorkshire',
  'staffordshire',
  'suffolk',
  'surrey',
  'sussex',
  'thames-valley',
  'warwickshire',
  'west-mercia',
  'west-midlands',
  'west-yorkshire',
  'wiltshire',
] as const;

/** Whether data.police.uk has a force of this name. */
export function isKnownForce(name: string): boolean {
  return (KNOWN_FORCES as readonly string[]).includes(name);
}
