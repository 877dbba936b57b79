import type { Head, TextSource } from '../text-source.ts';
import { type ApiAnswer, apiAnswer } from './api-answers.ts';
import { readNeighbourhood } from './neighbourhood/read-neighbourhood.ts';
import { readCrimes } from './read-crimes.ts';

/** Crimes at street level for a ward and a month; also says what other answers of the API are, and refuses them. */
export const POLICE_API_CRIMES: TextSource = {
  kind: 'police-api-crimes',
  title: 'Crimes at street level from the API of data.police.uk',
  reads: 'the crimes-street answers of the API of data.police.uk (JSON)',
  knows(head) {
    const answer = answerOf(head);
    return answer === 'crimes' || (answer !== null && typeof answer === 'object' ? answer : false);
  },
  placesPoints: true,
  read: readCrimes,
};

/** What a force publishes of a neighbourhood: details, team, priorities, events or boundary. */
export const POLICE_API_NEIGHBOURHOOD: TextSource = {
  kind: 'police-api-neighbourhood',
  title: 'Neighbourhood of data.police.uk',
  reads: 'its neighbourhood details, teams, priorities, events and boundaries (JSON)',
  knows(head) {
    const answer = answerOf(head);
    return typeof answer === 'string' && answer !== 'crimes';
  },
  read: (text, { about }) => readNeighbourhood(text, about),
};

function answerOf(head: Head): ApiAnswer | null {
  return head.kind === 'json' ? apiAnswer(head.start) : null;
}
