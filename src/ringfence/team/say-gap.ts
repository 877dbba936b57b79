import { countWords } from '../../ui/count-words.ts';
import type { CoverGap } from './model.ts';
import { sayHours } from './say-times.ts';

/** A gap in planned cover: "Bloomsbury has no officer from 08:00 to 14:00, and 1 is planned." */
export function sayGap({ kind, planned, there, ...span }: CoverGap, ward: string): string {
  const noun = kind === 'pcso' ? 'PCSO' : 'officer';
  const has = there === 0 ? `no ${noun}` : countWords(there, noun);
  return `${ward} has ${has} from ${sayHours(span)}, and ${planned} ${planned === 1 ? 'is' : 'are'} planned.`;
}
