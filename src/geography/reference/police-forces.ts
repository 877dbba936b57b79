/** Police force areas of London: code and name, as the Office for National Statistics gives them. */
export const POLICE_FORCES: readonly (readonly [code: string, name: string])[] = [
  ['E23000001', 'Metropolitan Police'],
  ['E23000034', 'City of London Police'],
];
