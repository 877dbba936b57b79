/** Broad ethnic groups of the census of 2021, in the words of searches. */
export const ETHNIC_GROUPS = ['black', 'asian', 'mixed', 'other', 'white'] as const;
export type EthnicGroup = (typeof ETHNIC_GROUPS)[number];

/** The group that others are compared with. */
export const COMPARED_WITH: EthnicGroup = 'white';

/** What each group is called, and the measures of its residents and victims. */
export const GROUP_WORDS: Record<EthnicGroup, { title: string; people: string; residents: string; victims: string }> = {
  black: { title: 'Black', people: 'Black people', residents: 'black-residents', victims: 'victims-black' },
  asian: { title: 'Asian', people: 'Asian people', residents: 'asian-residents', victims: 'victims-asian' },
  mixed: {
    title: 'Mixed',
    people: 'people of mixed ethnicity',
    residents: 'mixed-residents',
    victims: 'victims-mixed',
  },
  other: {
    title: 'Other',
    people: 'people of other ethnicities',
    residents: 'other-ethnic-group-residents',
    victims: 'victims-other',
  },
  white: { title: 'White', people: 'White people', residents: 'white-residents', victims: 'victims-white' },
};

/** Whether a word of a search is one of the groups; what is not stated, or not known, is none. */
export function isEthnicGroup(word: string): word is EthnicGroup {
  return ETHNIC_GROUPS.some((group) => group === word);
}
