import type { Month } from '../../lib/calendar/month.ts';

/** A crime type of data.police.uk and the months it is used for; null where it has no end, or none known. */
export interface StreetType {
  slug: string;
  title: string;
  from: Month;
  until: Month | null;
}

const first = '2010-12';

/**
 * Crime types of street files, with the months each is used for. Types were split in September 2011 and in May 2013,
 * so a month before a type existed has no value rather than none of that crime. The dates are from memory of the
 * change log of data.police.uk, which could not be read when this was written; correct them here where it differs.
 */
export const STREET_TYPES: StreetType[] = [
  { slug: 'anti-social-behaviour', title: 'Anti-social behaviour', from: first, until: null },
  { slug: 'bicycle-theft', title: 'Bicycle theft', from: '2013-05', until: null },
  { slug: 'burglary', title: 'Burglary', from: first, until: null },
  { slug: 'criminal-damage-and-arson', title: 'Criminal damage and arson', from: '2011-09', until: null },
  { slug: 'drugs', title: 'Drugs', from: '2011-09', until: null },
  { slug: 'other-crime', title: 'Other crime', from: first, until: null },
  { slug: 'other-theft', title: 'Other theft', from: '2011-09', until: null },
  { slug: 'possession-of-weapons', title: 'Possession of weapons', from: '2013-05', until: null },
  { slug: 'public-disorder-and-weapons', title: 'Public disorder and weapons', from: '2011-09', until: '2013-04' },
  { slug: 'public-order', title: 'Public order', from: '2013-05', until: null },
  { slug: 'robbery', title: 'Robbery', from: first, until: null },
  { slug: 'shoplifting', title: 'Shoplifting', from: '2011-09', until: null },
  { slug: 'theft-from-the-person', title: 'Theft from the person', from: '2013-05', until: null },
  { slug: 'vehicle-crime', title: 'Vehicle crime', from: first, until: null },
  { slug: 'violence-and-sexual-offences', title: 'Violence and sexual offences', from: '2013-05', until: null },
  { slug: 'violent-crime', title: 'Violent crime', from: first, until: '2013-04' },
];

/** Category of the total over all crime types but anti-social behaviour, written when a file holds several types. */
export const EVERY_STREET_CRIME = 'street-total/crime';
