import type { Charter } from '../model.ts';

/**
 * The charter that nobody wrote: the test of joined borough commands that began in January 2017, as far as what was public
 * then allows. On 26 January 2017, with the pilot starting, its commander said that what would count as success had not
 * been agreed; so roles, bounds, looks and stop rule are Wardroom's, chosen for what documents 000 and 002 promised and
 * what the commander named, and by the same plan for both test units.
 *
 * **Months.** Figures count from January 2013: four whole years, so that every calendar month comes equally often, and
 * few enough that boroughs had not become different places. They end in March 2018, the last quarter before other
 * boroughs were joined: the first known to us are Ealing, Hillingdon and Hounslow, on 6 June 2018.
 *
 * **Roles.** Document 000 promised officers for crime involving young people, "to help reduce crime", and more ward
 * officers: robbery and violence with injury are where a benefit is looked for. It also wanted a service that stays
 * responsive and effective: burglary, theft from the person and vehicle crime may not worsen. All five were among the
 * crimes of MOPAC 7, which the commander named. All recorded crime holds the five, so it is shown and never judged.
 *
 * **Estimator.** Synthetic difference in differences, which allows the pair a level of its own; the others stand beside it.
 */
export const PATHFINDER_2017: Charter = {
  format: 'wardroom-charter-1',
  name: 'pathfinder-2017',
  title: 'Is the merger working?',
  kind: 'retrospective',
  unit: 'Central North',
  summary:
    'From January 2017 the Metropolitan Police tested policing boroughs together, as Basic Command Units, in two places: Camden and Islington; Barking and Dagenham, Havering and Redbridge. Boroughs of a unit share a commander, people, buildings and vehicles. This charter was written years later from what was public at the time: nobody agreed its outcomes, bounds, looks or stop rule, which are Wardroom’s.',
  boundaryVersion: 'boroughs-2022',
  treated: [
    { name: 'Camden and Islington', areas: ['E09000007', 'E09000019'], start: '2017-01', transitionMonths: 0 },
    {
      name: 'Barking and Dagenham, Havering and Redbridge',
      areas: ['E09000002', 'E09000016', 'E09000026'],
      start: '2017-01',
      transitionMonths: 0,
    },
  ],
  chosenBecause:
    'No document at hand says why these boroughs were the ones to test it. No months are set aside for settling in, because residents lived through them.',
  chosenForBeingHigh: [],
  comparison: {
    from: 'all others',
    excluded: [
      {
        area: 'E09000001',
        because: 'The City of London has a police force of its own, and is not in the Metropolitan Police’s figures.',
      },
    ],
    adjoining: 'kept',
    groups: 'all',
  },
  outcomes: [
    { measure: 'robbery', role: 'primary', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: 'violence-with-injury', role: 'primary', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: 'burglary', role: 'guard', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: 'theft-from-the-person', role: 'guard', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: 'vehicle-offences', role: 'guard', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: 'recorded-crime', role: 'context', scale: 'log', minimumEffectPercent: 5, harmBoundPercent: 5 },
  ],
  noDetriment: [
    { measure: 'response-i-within-15-minutes', margin: 3 },
    { measure: 'survey-good-job', margin: 5 },
    { measure: 'survey-relied-on', margin: 5 },
    { measure: 'survey-contact-ward-officer', margin: 5 },
  ],
  vintage: { policy: 'latest' },
  preFrom: '2013-01',
  end: '2018-03',
  estimator: 'sdid',
  looks: ['2017-03', '2017-06', '2017-09', '2017-12', '2018-03'],
  stopRule: { harmRate: 0.1, benefitRate: 0.05, meetWithinDays: 14 },
  benefits: [
    {
      what: 'More dedicated ward officers than two a ward, and a second one in every ward of London by the end of 2017',
      measure: null,
      by: '2017-12',
    },
    { what: 'More officers for crime involving young people, to help reduce crime', measure: 'robbery', by: '2018-03' },
    { what: 'A responsive and effective police service', measure: 'response-i-within-15-minutes', by: '2018-03' },
    { what: 'Investigation that is more about what victims need', measure: null, by: '2018-03' },
    {
      what: 'Better protection of children, and of victims of sexual offences and domestic abuse, by one joined service',
      measure: null,
      by: '2018-03',
    },
  ],
  alternatives: [
    'A command for each borough, as before.',
    'Alternative proposals that the force would have developed with both councils, had the pilot been stopped; none was published that we know of.',
  ],
  reversal:
    'The force assured Camden Council that the pilot would be stopped if it did not work, and its commander said that the merger needed to be reversible. How it would have been undone, and who would decide, was not published that we know of.',
  signatories: [
    { organisation: 'Camden Council', body: 'council', borough: 'E09000007' },
    { organisation: 'Islington Council', body: 'council', borough: 'E09000019' },
    { organisation: 'Barking and Dagenham Council', body: 'council', borough: 'E09000002' },
    { organisation: 'Havering Council', body: 'council', borough: 'E09000016' },
    { organisation: 'Redbridge Council', body: 'council', borough: 'E09000026' },
    { organisation: 'Metropolitan Police', body: 'police', borough: null },
  ],
  breaks: [
    {
      month: '2014-08',
      what: 'Inspectors reported on how the force records crime, and recording became more complete afterwards; violence most of all. Boroughs may have changed at different times.',
    },
    {
      month: '2016-12',
      what: 'No break in recording, but something that happened: crime by thieves on mopeds was already rising across London before the start, and Camden and Islington had most of it in 2017. A rise for that reason would look the same here.',
    },
    {
      month: '2017-04',
      what: 'The line between burglary of homes and of other buildings moved in the force’s figures. All burglary together, as here, is not touched by that.',
    },
  ],
  sources: [
    'https://www.mynewsdesk.com/uk/metpoliceuk/news/modernising-the-metropolitan-police-service-199312 (November 2016: what would be tested, where and from when)',
    'Camden Council, “Camden and Islington set to pilot new police structure” (what was promised; that it would be stopped if it did not work)',
    'https://camdenconnected.com/general/merger-camden-islington-police/ (26 January 2017: success criteria not agreed; reversible; what might be measured)',
    'https://www.london.gov.uk/questions/2017/3452 (oversight boards and how it would be evaluated)',
    'https://committees.westminster.gov.uk/mgAi.aspx?ID=10919 (emergency response “extremely challenging for a period of six months”)',
    'https://www.london.gov.uk/programmes-strategies/mayors-office-policing-and-crime/governance-and-decision-making/mopac-decisions-0/strengthening-local-policing-slp (the decision to roll it out)',
    'https://www.mayorwatch.co.uk/met-confirms-controversial-merger-of-borough-commands-is-to-go-ahead/ (February 2018: roll-out within twelve months)',
    'http://strandonthegreen.org.uk/news/association-news/341-local-policing-changes (Ealing, Hillingdon and Hounslow joined on 6 June 2018)',
    'https://www.justiceinspectorates.gov.uk/hmicfrs/publications/metropolitan-police-service-crime-data-integrity-inspection-2018/ (recording since the report of 2014)',
    'BBC London, 13 December 2016, “‘Huge concern’ as teen moped crime in London rises” (moped-enabled crime in 2014, 2015 and 2016)',
    'http://itv.com/news/london/2018-05-11/crimes-involving-mopeds-up-30-fold-in-last-five-years (moped-enabled crime in 2017, Islington and Camden most affected)',
    'http://www.andrewdismore.org.uk/home/2017/12/01/pcc-transcript-my-questions-on-moped-crime/ (moped-enabled crime by borough, January to September 2017)',
  ],
  seed: 2017,
  synthetic: false,
};
