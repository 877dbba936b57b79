import { timingSafeEqual } from 'node:crypto';
import type { IdentityKeys } from './key-store.ts';
import type { PersonId } from './model.ts';
import { newToken } from './token.ts';

/** How long a browser stays known after a sign-in. */
export const KNOWN_DAYS = 180;
/** Most people that one browser is known for: a computer of a station has many users. */
const MOST_PEOPLE = 10;

/** A person's sign-in that a browser remembers. */
interface Entry {
  person: PersonId;
  /** Milliseconds since 1970. */
  until: number;
  nonce: string;
}

/**
 * What a browser is to send with its next sign-in: that this person signed in fully there, signed with the identity key.
 * It signs nobody in. A guess that comes with it is counted for this browser alone, so that strangers who guess from
 * elsewhere do not keep the owner waiting.
 * @param sent what it sent this time; what it says of others is kept, of ten people at most
 * @source OWASP, "Slow Down Online Guessing Attacks with Device Cookies"
 */
export function rememberBrowser(
  keys: IdentityKeys,
  sent: string | null,
  { person, now }: { person: PersonId; now: Date },
): string {
  const until = now.getTime() + KNOWN_DAYS * 86_400_000;
  const others = entriesOf(keys, sent, now).filter((entry) => entry.person !== person);
  return [{ person, until, nonce: newToken() }, ...others]
    .slice(0, MOST_PEOPLE)
    .map((entry) => writeEntry(keys, entry))
    .join('.');
}

/** The name under which a browser's guesses at a person are counted; null where it is not known for that person. */
export function knownBrowser(
  keys: IdentityKeys,
  sent: string | null,
  { person, now }: { person: PersonId; now: Date },
): string | null {
  return entriesOf(keys, sent, now).find((entry) => entry.person === person)?.nonce ?? null;
}

function entriesOf(keys: IdentityKeys, sent: string | null, now: Date): Entry[] {
  const parts = (sent ?? '').split('.').slice(0, MOST_PEOPLE);
  return parts.flatMap((part) => readEntry(keys, part)).filter(({ until }) => until > now.getTime());
}

const text = ({ person, until, nonce }: Entry): string => `${person.slice('person:'.length)}~${until}~${nonce}`;
const signatureOf = (keys: IdentityKeys, entry: Entry): Buffer => Buffer.from(keys.hashed('browser', text(entry)));
const writeEntry = (keys: IdentityKeys, entry: Entry): string =>
  `${text(entry)}~${signatureOf(keys, entry).toString('base64url')}`;

function readEntry(keys: IdentityKeys, part: string): Entry[] {
  const [, digits, until, nonce, signature] =
    /^([0-9a-f]{16})~(\d{1,15})~([A-Za-z0-9_-]{43})~([A-Za-z0-9_-]{43})$/.exec(part) ?? [];
  if (digits === undefined || nonce === undefined || signature === undefined) return [];
  const entry: Entry = { person: `person:${digits}`, until: Number(until), nonce };
  return timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(keys, entry)) ? [entry] : [];
}
