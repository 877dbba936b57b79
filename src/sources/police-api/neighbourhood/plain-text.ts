/** Elements after which a new line begins. */
const BREAKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements whose content is no text to be read. */
const UNREAD: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script/gi],
  ['style', /<\/style/gi],
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['pound', '£'],
  ['euro', '€'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['bull', '•'],
  ['middot', '·'],
  ['copy', '©'],
  ['eacute', 'é'],
]);

/**
 * The text of a piece of HTML as the API publishes it: tags dropped, with a line break for each paragraph, list item
 * and so on; scripts, styles and comments dropped with their content; entities decoded once. The result is text and
 * not safe HTML: "&lt;b&gt;" becomes "<b>", so it must be escaped where it is shown, as any text.
 * Takes time linear in the length, whatever the text.
 * @example plainText('<p>Marks &amp; Spencer</p><script>x</script>') // 'Marks & Spencer'
 */
export function plainText(html: string): string {
  return decodeEntities(withoutTags(html))
    .replace(/[\p{Cc}\p{Cf}]/gu, (letter) => (letter === '\n' ? '\n' : ' '))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

const TAG = /<(\/?)([a-z][a-z0-9]*)/iy;

function withoutTags(html: string): string {
  let [text, at] = ['', 0];
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) return text + html.slice(at);
    text += html.slice(at, open);
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open);
      continue;
    }
    TAG.lastIndex = open;
    const [, closing, written = ''] = TAG.exec(html) ?? [];
    if (written === '') {
      text += '<';
      at = open + 1;
      continue;
    }
    at = after(html, '>', open);
    const name = written.toLowerCase();
    if (BREAKS.has(name)) text += '\n';
    const end = closing === '' ? UNREAD.get(name) : undefined;
    if (end !== undefined) at = after(html, '>', search(html, end, at));
  }
  return text;
}

/** Where the text goes on after the next of some letters; at its end when there are none, or `from` is nowhere. */
function after(html: string, letters: string, from: number): number {
  const found = from === -1 ? -1 : html.indexOf(letters, from);
  return found === -1 ? html.length : found + letters.length;
}

/** Where a pattern next matches; -1 for nowhere. */
function search(html: string, pattern: RegExp, from: number): number {
  const found = new RegExp(pattern);
  found.lastIndex = from;
  return found.exec(html)?.index ?? -1;
}

/** Entities as letters; those not known, or of no letter, stay as they are. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
