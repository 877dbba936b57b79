import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

/**
 * Questions of the Public Attitude Survey, by the name the published table gives them; each share is that of people who
 * gave the favourable answer, so more is better throughout. The table does not print the questions themselves.
 */
const QUESTIONS: { slug: string; name: string; title: string; people: string }[] = [
  {
    slug: 'good-job-local',
    name: 'survey-good-job',
    title: 'Police do a good job locally (survey)',
    people: 'think the police do a good job in their local area',
  },
  {
    slug: 'contact-ward-officer',
    name: 'survey-contact-ward-officer',
    title: 'Know how to contact their ward officer (survey)',
    people: 'know how to contact their ward officer',
  },
  {
    slug: 'informed-local',
    name: 'survey-informed',
    title: 'Feel informed about local police (survey)',
    people: 'feel informed about what the police do in their local area',
  },
  {
    slug: 'listen-to-concerns',
    name: 'survey-listen-to-concerns',
    title: 'Police listen to concerns (survey)',
    people: 'agree that the police listen to the concerns of local people',
  },
  {
    slug: 'relied-on-to-be-there',
    name: 'survey-relied-on',
    title: 'Police can be relied on to be there (survey)',
    people: 'agree that the police can be relied on to be there when needed',
  },
  {
    slug: 'treat-everyone-fairly',
    name: 'survey-treat-fairly',
    title: 'Police treat everyone fairly (survey)',
    people: 'agree that the police treat everyone fairly',
  },
  {
    slug: 'understand-issues',
    name: 'survey-understand-issues',
    title: 'Police understand local issues (survey)',
    people: 'agree that the police understand the issues of the area',
  },
  {
    slug: 'trust-mps',
    name: 'survey-trust',
    title: 'Trust the Metropolitan Police (survey)',
    people: 'trust the Metropolitan Police; asked since the quarter to March 2016',
  },
];

/** Measures of the Public Attitude Survey, by quarter for boroughs and for the force; never for wards. */
export const ATTITUDE_SURVEY_MEASURES: Measure[] = QUESTIONS.map(({ slug, name, title, people }) => ({
  name,
  title,
  definition: `Share of the people asked in the Public Attitude Survey who ${people}.`,
  unit: 'share of respondents',
  polarity: 'more is better',
  every: 'quarter',
  adds: false,
  denominator: null,
  categories: [`pas/${slug}`, demonstrationCategory(name)],
  publisher: 'Mayor’s Office for Policing and Crime',
}));
