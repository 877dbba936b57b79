/** Where the rules of the book come from, as they are cited. */
export const RESTRUCTURE_2016 =
  'Metropolitan Police Service, “Modernising the Metropolitan Police Service”, news of 18 November 2016';
export const QUESTION_TIME_2017 = 'Mayor’s Question Time, “Neighbourhood Policing”, 18 January 2017';
export const PRESENTATION_2024 =
  'Metropolitan Police presentation to Islington Homes and Communities Scrutiny Committee, 18 July 2024';
export const ACTION_PLAN = 'Report on policing to Camden’s scrutiny committee, “A New Met for London”';
export const OWN = 'Wardroom: what a book must hold';
