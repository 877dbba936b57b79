const CITY_OF_LONDON = 'E09000001';
const LONDON_BOROUGH = /^E09\d{6}$/;

/**
 * Whether a force is the territorial force of a borough, whose counts make its wards' series. The City has its own
 * police, the other London boroughs the Metropolitan Police; elsewhere the force that reports is taken at its word.
 * Without this, a file of the City police would put a handful of crimes in Camden and hide the Met's figures there.
 */
export function policesBorough(force: string, boroughCode: string | null): boolean {
  if (force === 'btp') return false;
  if (boroughCode === CITY_OF_LONDON) return force === 'city-of-london';
  if (boroughCode !== null && LONDON_BOROUGH.test(boroughCode)) return force === 'metropolitan';
  return force !== 'metropolitan' && force !== 'city-of-london';
}
