/** Of a duty for which the post book has the officer in no post of the ward: about the record, never about the officer. */
export const UNCOUNTED =
  'The post book has no post in this ward for this duty, so its hours count in no ward until the book has one.';

/** The same, to the officer whose duty it is. */
export const OWN_UNCOUNTED =
  'The post book has no post in this ward for this duty, so its hours count in no ward. Ask your sergeant to have the book put right.';
