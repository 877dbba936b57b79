/** Source categories that count people of whom there are few in a small area, each with why that is not given out. */
export interface FewPeople {
  /** What a source category begins with. */
  category: string;
  /** What it counts, in the middle of a sentence. */
  title: string;
}

/**
 * Categories about few people: victims and suspects of what is done to a few and known to their neighbours, and people who
 * were searched, by the ethnicity an officer gave. A count of one in a ward and a month is about somebody.
 */
export const FEW_PEOPLE: readonly FewPeople[] = [
  { category: 'stop-and-search/officer-defined-ethnicity/', title: 'searches by ethnicity' },
  { category: 'recorded-counts/hate-crime', title: 'hate crime' },
  { category: 'victims-by-ethnicity/', title: 'victims by ethnicity' },
  { category: 'mps/sexual-offences', title: 'sexual offences' },
  { category: 'mps-vawg/', title: 'violence against women and girls' },
  { category: 'mps-knife/knife-injury-victims', title: 'knife injury victims' },
  {
    category: 'crime-outcomes/rape-and-serious-sexual-offences/',
    title: 'outcomes of rape and serious sexual offences',
  },
  { category: 'crime-outcomes/domestic-abuse/', title: 'outcomes of domestic abuse' },
  { category: 'charges/rape-and-serious-sexual-offences/', title: 'charges of rape and serious sexual offences' },
  { category: 'charges/domestic-abuse/', title: 'charges of domestic abuse' },
  { category: 'backlog/online-child-abuse/', title: 'investigations of online child abuse' },
  {
    category: 'backlog/rape-and-serious-sexual-offences/',
    title: 'investigations of rape and serious sexual offences',
  },
];

/** Whether a measure counts nothing but few people, so that its own counts are small and not only a part of them. */
export const isOnlyFewPeople = (categories: readonly string[]): boolean => {
  const counted = categories.filter((category) => !category.startsWith(MADE_UP));
  return counted.length > 0 && counted.every((category) => FEW_PEOPLE.some((few) => category.startsWith(few.category)));
};

/**
 * Categories of which nothing is given out below a borough, however large the count: with all searches of a ward public,
 * most of those by ethnicity would have to be hidden anyway, and what is left would say whom it leaves out.
 */
const LARGE_AREAS_ONLY = ['stop-and-search/officer-defined-ethnicity/'];

/** Whether figures of a measure are given out for boroughs and forces only. */
export const isForLargeAreasOnly = (categories: readonly string[]): boolean =>
  categories.some((category) => LARGE_AREAS_ONLY.some((begins) => category.startsWith(begins)));

const MADE_UP = 'demonstration/';
