import { z } from 'zod';
import type { Records } from '../database/index.ts';
import { foldEmail } from './fold-email.ts';
import type { PersonId, Problem } from './model.ts';
import { isEmailTaken } from './people-store.ts';

/** Longest that a name or an organisation may be, in characters. */
const LONGEST_NAME = 200;
const address = z.email().max(254);
const NO_ADDRESS = 'Type an e-mail address of plain letters without accents, such as name@example.gov.uk.';

/**
 * What is wrong with what was typed about a person; empty when nothing is.
 * @param butFor the person themselves, whose address is not taken by another
 */
export async function personProblems(
  trx: Records,
  { name, email, organisation }: { name: string; email: string; organisation: string | null },
  butFor: PersonId | null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (!isOneLine(name)) problems.push({ field: 'name', sentence: `Type a name of 1 to ${LONGEST_NAME} characters.` });
  if (organisation !== null && organisation.trim() !== '' && !isOneLine(organisation))
    problems.push({ field: 'organisation', sentence: `Type an organisation of at most ${LONGEST_NAME} characters.` });
  if (foldEmail(email) === null || !address.safeParse(email.trim()).success)
    problems.push({ field: 'email', sentence: NO_ADDRESS });
  else if (await isEmailTaken(trx, email.trim(), butFor))
    problems.push({ field: 'email', sentence: 'Somebody has that e-mail address already: choose another.' });
  return problems;
}

function isOneLine(text: string): boolean {
  const line = text.trim();
  return line !== '' && [...line].length <= LONGEST_NAME && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line);
}
