type TableFormat = 'csv' | 'txt' | 'csv-metadata.json' | 'json';

/** Address of a measure's page, for an area and a vintage where they are named. */
export function measurePageAddress(
  measure: string,
  { area = null, vintage = null }: { area?: string | null; vintage?: string | null } = {},
): string {
  const asked = [
    ...(area === null || area === UNIT_BOROUGHS ? [] : [`area=${encodeURIComponent(area)}`]),
    ...(vintage === null ? [] : [`vintage=${encodeURIComponent(vintage)}`]),
  ];
  return `/measures/${encodeURIComponent(measure)}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}

/** The area's word in addresses that stands for the boroughs of the command unit together. */
export const UNIT_BOROUGHS = 'boroughs';

/** Name of the file of a measure's figures for an area, without its ending. */
export function seriesFileName(measure: string, area: string): string {
  return `${measure}-${area}`;
}

/** Address of a measure's figures as a file. */
export function seriesFileAddress(
  measure: string,
  { area, vintage }: { area: string; vintage: string | null },
  format: TableFormat,
): string {
  const query = vintage === null ? '' : `?vintage=${encodeURIComponent(vintage)}`;
  return `/measures/${measure}/${seriesFileName(measure, area)}.${format}${query}`;
}

/** Address of what changed between two vintages, as CSV. */
export function revisionsFileAddress(measure: string, area: string, from: string, to: string): string {
  const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
  return `/measures/${measure}/${seriesFileName(measure, area)}-revisions.csv?${query}`;
}
