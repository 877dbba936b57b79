/** The licence under which public figures are given on, and what it asks to be said beside them. */
export const LICENCE = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right. Contains National Statistics data © Crown copyright and database right.',
} as const;
