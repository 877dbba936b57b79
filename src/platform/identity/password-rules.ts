/**
 * How long a password is, in characters. Longer than the 8 that suffice beside a second factor; nothing else is asked of
 * it, no digits and no signs, and it never expires.
 * @source NIST SP 800-63B-4, section 3.1.1.2, https://pages.nist.gov/800-63-4/sp800-63b.html
 */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** What people begin with when they are asked for a password; with digits and signs around it, it is still that. */
const COMMON_STEMS = new Set(
  `password passwort passphrase letmein welcome qwerty qwertyuiop azerty asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou
  football liverpool arsenal chelsea tottenham london police policing metpolice wardroom camden islington
  centralnorth superman batman monkey dragon sunshine princess master administrator admin login changeme secret
  summer autumn winter spring january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday correcthorsebatterystaple abc abcdef`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** Rows of a keyboard, the alphabet and the digits, on and on. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklm',
];
const LEETS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' };
/** Parts of a name shorter than this are in too many words. */
const SHORTEST_PART = 4;

/**
 * Says in one sentence what is wrong with a password; null when nothing is.
 * @param about name, e-mail and organisation: what anybody who knows the person would try first
 */
export function passwordProblem(password: string, about: readonly string[]): string | null {
  const { least, most } = PASSWORD_LENGTH;
  const characters = [...password];
  if (characters.length < least)
    return `Choose a password of at least ${least} characters; three or four words do well.`;
  if (characters.length > most) return `Choose a password of at most ${most} characters.`;
  const plain = password.normalize('NFKC').toLowerCase();
  if (isObvious(plain)) return 'That password is among the first that anybody would try: choose another.';
  const part = partsOf(about).find((each) => plain.includes(each));
  if (part !== undefined) return 'Choose a password without parts of your name, e-mail address or organisation.';
  return null;
}

function isObvious(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  if (isRepeated(plain) || isRun(plain)) return true;
  const withoutRim = plain.replaceAll(/^\P{L}+|\P{L}+$/gu, '');
  return [plain, unleeted(withoutRim)].some((text) => {
    const letters = text.replaceAll(/[^\p{L}]+/gu, '');
    return letters === '' ? false : isStems(letters);
  });
}

const unleeted = (plain: string): string => [...plain].map((each) => LEETS[each] ?? each).join('');

/** One piece again and again: "abcabcabcabc". */
function isRepeated(plain: string): boolean {
  return /^(.{1,8}?)\1+.{0,2}$/u.test(plain);
}

/** "123456789012", "qwertyuiopas", forwards or backwards. */
function isRun(plain: string): boolean {
  const backwards = [...plain].reverse().join('');
  return RUNS.some((run) => `${run}${run}`.includes(plain) || `${run}${run}`.includes(backwards));
}

/** Whether a row of letters is one or two of the common words and nothing else. */
function isStems(letters: string): boolean {
  if (COMMON_STEMS.has(letters)) return true;
  return [...COMMON_STEMS].some((stem) => letters.startsWith(stem) && COMMON_STEMS.has(letters.slice(stem.length)));
}

function partsOf(about: readonly string[]): string[] {
  const parts = about.flatMap((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  return parts.filter((part) => part.length >= SHORTEST_PART);
}
