/** One property of a calendar: name and parameters in capitals, values as written. */
export interface ContentLine {
  name: string;
  parameters: ReadonlyMap<string, string>;
  value: string;
  /** Number of its first line in the file. */
  line: number;
}

/** Letters of one property: longer ones are attachments and descriptions, of which nothing is read. */
const LONGEST = 4000;
const NAME = /^([A-Za-z0-9-]+)/;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^;:,"]*)(?:,(?:"[^"]*"|[^;:,"]*))*/y;

/**
 * Takes the properties of a calendar apart: a line that begins with a space or a tab goes on with the one before. What is no
 * property is left out. Linear in the length of the text.
 * @source RFC 5545, section 3.1, https://www.rfc-editor.org/rfc/rfc5545#section-3.1
 */
export function contentLines(text: string): ContentLine[] {
  const found: ContentLine[] = [];
  let parts: string[] = [];
  let letters = 0;
  let begun = 1;
  const end = () => {
    const read = readContentLine(parts.join(''), begun);
    if (read !== null) found.push(read);
  };
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (/^[ \t]/.test(raw) && parts.length > 0) {
      if (letters < LONGEST) parts.push(raw.slice(1));
      letters += raw.length;
    } else {
      end();
      parts = [raw];
      letters = raw.length;
      begun = at + 1;
    }
  }
  end();
  return found;
}

function readContentLine(text: string, line: number): ContentLine | null {
  const cut = text.slice(0, LONGEST);
  const name = NAME.exec(cut)?.[1];
  if (name === undefined) return null;
  const parameters = new Map<string, string>();
  let at = name.length;
  while (cut[at] === ';') {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(cut);
    if (found === null) return null;
    parameters.set((found[1] ?? '').toUpperCase(), (found[2] ?? '').replaceAll('"', ''));
    at = PARAMETER.lastIndex;
  }
  if (cut[at] !== ':') return null;
  return { name: name.toUpperCase(), parameters, value: cut.slice(at + 1), line };
}

/** A text as a calendar writes it: \, \; and \n stand for what would end it. */
export const plainText = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? ' ' : letter)).trim();
