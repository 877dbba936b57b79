/** A word of a plain CSV with its plain name. */
export interface Term {
  /** As it stands in files, categories and the names of measures. */
  slug: string;
  title: string;
}

/** Grades of a call, by the letter the force gives them. */
export const RESPONSE_GRADES: readonly (Term & { aimMinutes: number | null })[] = [
  { slug: 'i', title: 'Immediate (I)', aimMinutes: 15 },
  { slug: 's', title: 'Significant (S)', aimMinutes: 60 },
  { slug: 'e', title: 'Extended (E)', aimMinutes: null },
  { slug: 'r', title: 'Referred (R)', aimMinutes: null },
];

/** Bands of minutes from a call to arrival: more than the one, up to the other; the last has no upper end. */
export const RESPONSE_BANDS: readonly { slug: string; aboveMinutes: number; upToMinutes: number | null }[] = [
  { slug: '0-to-5', aboveMinutes: 0, upToMinutes: 5 },
  { slug: '5-to-10', aboveMinutes: 5, upToMinutes: 10 },
  { slug: '10-to-15', aboveMinutes: 10, upToMinutes: 15 },
  { slug: '15-to-20', aboveMinutes: 15, upToMinutes: 20 },
  { slug: '20-to-30', aboveMinutes: 20, upToMinutes: 30 },
  { slug: '30-to-60', aboveMinutes: 30, upToMinutes: 60 },
  { slug: '60-to-240', aboveMinutes: 60, upToMinutes: 240 },
  { slug: 'over-240', aboveMinutes: 240, upToMinutes: null },
];

/** Minutes for which the share of calls attended is given. */
export const RESPONSE_WITHIN_MINUTES = [15, 60] as const;

/** Offences whose outcomes and charges are counted. */
export const OUTCOME_OFFENCES: readonly Term[] = [
  { slug: 'residential-burglary', title: 'Residential burglary' },
  { slug: 'personal-robbery', title: 'Personal robbery' },
  { slug: 'theft-from-the-person', title: 'Theft from the person' },
  { slug: 'motor-vehicle-crime', title: 'Motor vehicle crime' },
  { slug: 'violence-with-injury', title: 'Violence with injury' },
  { slug: 'rape-and-serious-sexual-offences', title: 'Rape and serious sexual offences' },
  { slug: 'domestic-abuse', title: 'Domestic abuse' },
];

/**
 * What may have become of a crime, in groups of the outcome types that forces record.
 * @source Home Office, Crime outcomes in England and Wales, https://www.gov.uk/government/collections/crime-outcomes-in-england-and-wales-statistics
 */
export const OUTCOME_TYPES: readonly Term[] = [
  { slug: 'charged-or-summonsed', title: 'Charged or summonsed' },
  { slug: 'out-of-court', title: 'Settled out of court' },
  { slug: 'evidence-lacking-victim-supports', title: 'Suspect, too little evidence, victim supports action' },
  { slug: 'evidence-lacking-victim-does-not', title: 'Suspect, too little evidence, victim does not support action' },
  { slug: 'no-suspect-identified', title: 'No suspect identified' },
  { slug: 'not-in-public-interest', title: 'Not in the public interest' },
  { slug: 'another-body', title: 'Taken up by another body' },
  { slug: 'other', title: 'Any other outcome' },
];

/** Work of which a backlog is kept. */
export const BACKLOG_WORK: readonly Term[] = [
  { slug: 'online-child-abuse', title: 'Online child abuse' },
  { slug: 'rape-and-serious-sexual-offences', title: 'Rape and serious sexual offences' },
  { slug: 'all-investigations', title: 'All investigations' },
];

/** How long what is open has been open, in days. */
export const BACKLOG_AGES: readonly Term[] = [
  { slug: 'up-to-90-days', title: 'up to 90 days' },
  { slug: '91-to-180-days', title: '91 to 180 days' },
  { slug: '181-to-365-days', title: '181 to 365 days' },
  { slug: 'over-365-days', title: 'over 365 days' },
];

/** Questions of surveys that come with how many were asked. */
export const SURVEY_QUESTIONS: readonly (Term & { people: string })[] = [
  {
    slug: 'victim-satisfaction',
    title: 'Victims satisfied with the service',
    people: 'were satisfied with the service as victims',
  },
  { slug: 'trust', title: 'Trust the police', people: 'trust the police' },
  { slug: 'good-job', title: 'Police do a good job', people: 'think the police do a good job in their area' },
];
