/** Fields of a search whose wording is put into Wardroom's words. */
export type SearchField =
  | 'type'
  | 'age'
  | 'self-defined'
  | 'officer-defined'
  | 'object'
  | 'outcome'
  | 'linked'
  | 'clothing';

/** What a publication says and what it means; capitals and a code in brackets at the end, as in "(W1)", are ignored. */
export type Term = readonly [says: string, means: string];

/** Nothing was written down. */
export const NOT_STATED = 'not-stated';
/** What was written down is in no table here. */
export const NOT_KNOWN = 'not-known';

const TYPES: Term[] = [
  ['Person search', 'person'],
  ['Person and Vehicle search', 'person-and-vehicle'],
  ['Vehicle search', 'vehicle'],
];

const AGES: Term[] = [
  ['under 10', 'under-10'],
  ['10-17', '10-17'],
  ['18-24', '18-24'],
  ['25-34', '25-34'],
  ['over 34', 'over-34'],
];

/**
 * Self-defined ethnicity: the 18 categories of the census of 2011 and "not stated", in the words of the files. The
 * 16 categories of 2001, which older files use, are from memory, as none was at hand; the two differ in wording, in
 * where Chinese stands, and in the two that 2011 added (Arab; Gypsy or Irish Traveller).
 */
const SELF_DEFINED: Term[] = [
  ['White - English/Welsh/Scottish/Northern Irish/British', 'white-british'],
  ['White - Irish', 'white-irish'],
  ['White - Gypsy or Irish Traveller', 'white-gypsy-or-irish-traveller'],
  ['White - Any other White background', 'white-other'],
  ['Mixed/Multiple ethnic groups - White and Black Caribbean', 'mixed-white-and-black-caribbean'],
  ['Mixed/Multiple ethnic groups - White and Black African', 'mixed-white-and-black-african'],
  ['Mixed/Multiple ethnic groups - White and Asian', 'mixed-white-and-asian'],
  ['Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background', 'mixed-other'],
  ['Asian/Asian British - Indian', 'asian-indian'],
  ['Asian/Asian British - Pakistani', 'asian-pakistani'],
  ['Asian/Asian British - Bangladeshi', 'asian-bangladeshi'],
  ['Asian/Asian British - Chinese', 'asian-chinese'],
  ['Asian/Asian British - Any other Asian background', 'asian-other'],
  ['Black/African/Caribbean/Black British - African', 'black-african'],
  ['Black/African/Caribbean/Black British - Caribbean', 'black-caribbean'],
  ['Black/African/Caribbean/Black British - Any other Black/African/Caribbean background', 'black-other'],
  ['Other ethnic group - Arab', 'other-arab'],
  ['Other ethnic group - Any other ethnic group', 'other-any'],
  ['Other ethnic group - Not stated', NOT_STATED],
  ['White - White British', 'white-british'],
  ['White - White Irish', 'white-irish'],
  ['White - Any other White ethnic background', 'white-other'],
  ['Mixed - White and Black Caribbean', 'mixed-white-and-black-caribbean'],
  ['Mixed - White and Black African', 'mixed-white-and-black-african'],
  ['Mixed - White and Asian', 'mixed-white-and-asian'],
  ['Mixed - Any other Mixed ethnic background', 'mixed-other'],
  ['Asian or Asian British - Indian', 'asian-indian'],
  ['Asian or Asian British - Pakistani', 'asian-pakistani'],
  ['Asian or Asian British - Bangladeshi', 'asian-bangladeshi'],
  ['Asian or Asian British - Any other Asian ethnic background', 'asian-other'],
  ['Chinese or other ethnic group - Chinese', 'asian-chinese'],
  ['Black or Black British - African', 'black-african'],
  ['Black or Black British - Caribbean', 'black-caribbean'],
  ['Black or Black British - Any other Black ethnic background', 'black-other'],
  ['Chinese or other ethnic group - Any other ethnic group', 'other-any'],
  ['Not stated', NOT_STATED],
];

const OFFICER_DEFINED: Term[] = [
  ['Asian', 'asian'],
  ['Black', 'black'],
  ['Mixed', 'mixed'],
  ['White', 'white'],
  ['Other', 'other'],
];

/** Objects by group. Those that the files at hand do not hold are from memory. */
const OBJECTS: Term[] = [
  ['Controlled drugs', 'drugs'],
  ['Psychoactive substances', 'drugs'],
  ['Offensive weapons', 'weapons'],
  ['Firearms', 'weapons'],
  ['Crossbows', 'weapons'],
  ['Anything to threaten or harm anyone', 'weapons'],
  ['Stolen goods', 'stolen-property'],
  ['Article for use in theft', 'tools-for-theft'],
  ['Articles for use in theft', 'tools-for-theft'],
  ['Articles for use in criminal damage', 'criminal-damage'],
  ['Fireworks', 'other'],
  ['Evidence of offences under the Act', 'other'],
  ['Evidence of wildlife offences', 'other'],
  ['Game or poaching equipment', 'other'],
  ['Goods on which duty has not been paid etc.', 'other'],
  ['Seals or hunting equipment', 'other'],
  ['Detailed object of search unavailable', NOT_STATED],
];

/** Outcomes in both wordings: that of the files at hand, and an older one from memory. */
const OUTCOMES: Term[] = [
  ['A no further action disposal', 'no-further-action'],
  ['Arrest', 'arrest'],
  ['Caution (simple or conditional)', 'caution'],
  ['Community resolution', 'community-resolution'],
  ['Khat or Cannabis warning', 'drugs-warning'],
  ['Penalty Notice for Disorder', 'penalty-notice'],
  ['Summons / charged by post', 'summons'],
  ['Nothing found - no further action', 'no-further-action'],
  ['Suspected psychoactive substances seized - No further action', 'no-further-action'],
  ['Suspect arrested', 'arrest'],
  ['Offender cautioned', 'caution'],
  ['Local resolution', 'community-resolution'],
  ['Offender given drugs possession warning', 'drugs-warning'],
  ['Offender given penalty notice', 'penalty-notice'],
  ['Suspect summonsed to court', 'summons'],
  ['Article found - Detailed outcome unavailable', NOT_STATED],
];

const YES_OR_NO: Term[] = [
  ['True', 'true'],
  ['False', 'false'],
];

/** The words of the files with what they mean, by field. */
export const VOCABULARY: Record<SearchField, readonly Term[]> = {
  type: TYPES,
  age: AGES,
  'self-defined': SELF_DEFINED,
  'officer-defined': OFFICER_DEFINED,
  object: OBJECTS,
  outcome: OUTCOMES,
  linked: YES_OR_NO,
  clothing: YES_OR_NO,
};

/** The form in which wordings are compared: lower case, without a code in brackets at the end. */
export function comparable(says: string): string {
  return says
    .trim()
    .toLowerCase()
    .replace(/ \([a-z]{1,2}\d?\)$/, '');
}

/** Meanings of a field, each once, in the order of its table. */
export function meanings(field: SearchField): string[] {
  return [...new Set(VOCABULARY[field].map(([, means]) => means))];
}

/** Broad group of a self-defined category: asian, black, mixed, other, white; what is not stated or known stays so. */
export function broadGroup(selfDefined: string): string {
  return selfDefined === NOT_STATED || selfDefined === NOT_KNOWN ? selfDefined : (selfDefined.split('-')[0] ?? '');
}
