import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { INCIDENT_KINDS, type IncidentKindName } from '../incidents/incident-kinds.ts';

/** What the official name of a file says of it. */
export interface ArchivePlace {
  month: Month;
  /** As data.police.uk writes it, such as "city-of-london". */
  force: string;
  kind: IncidentKindName;
}

const OFFICIAL = /(?:^|\/)(\d{4}-\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*?)-(street|stop-and-search|outcomes)\.csv$/;

/**
 * Reads the official name of a file of data.police.uk; null when it has another.
 * @example archivePlace('2024-01/2024-01-city-of-london-street.csv') // { month: '2024-01', force: 'city-of-london', kind: 'street' }
 */
export function archivePlace(name: string): ArchivePlace | null {
  const [, month, force, kindName] = OFFICIAL.exec(name) ?? [];
  const kind = INCIDENT_KINDS.find((each) => each === kindName);
  if (month === undefined || !isMonth(month) || force === undefined || kind === undefined) return null;
  return { month, force, kind };
}
