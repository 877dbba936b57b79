/** The question that answers are for, as it was put, and where it is on record. */
export const THE_QUESTION = {
  text: 'What will be the criteria used to select which wards will be allocated additional neighbourhood police officers, over and above 2 officers and a PCSO?',
  by: 'Unmesh Desai AM',
  to: 'the Mayor of London',
  on: '2017-01-18',
  source: 'London Assembly, Mayor’s Question Time, 18 January 2017: Neighbourhood Policing',
} as const;
