import type { Column } from '../column.ts';
import { type Places, type Read, readBorough, writeBorough } from '../places.ts';
import { quoted } from '../quoted.ts';
import type { WardsOfSet } from './read-wards.ts';

/** The part of a post that a borough has; null where the cell does not say how much. */
interface ShareText {
  boroughCode: string;
  fraction: number | null;
}

type Share = { boroughCode: string; fraction: number };

/** The boroughs that share a post: "Islington", or "Camden:0.5|Islington:0.5". */
export const shares = (): Column<ShareText[]> => ({
  says: 'borough that has the post, or each with its part, such as Camden:0.5|Islington:0.5; of its ward where empty, else of the unit as a whole',
  needed: false,
  read(text, places) {
    const found: ShareText[] = [];
    for (const part of text === '' ? [] : text.split('|')) {
      const read = readShare(part, places);
      if ('because' in read) return read;
      if (found.some(({ boroughCode }) => boroughCode === read.value.boroughCode))
        return { because: `${quoted(part)} names a borough a second time: give it one part.` };
      found.push(read.value);
    }
    return { value: found };
  },
  write: (value, places) =>
    value
      .map(({ boroughCode, fraction }) => {
        const name = writeBorough(boroughCode, places);
        return fraction === null || (fraction === 1 && value.length === 1) ? name : `${name}:${fraction}`;
      })
      .join('|'),
});

/** "Camden:0.5", or "Camden" alone. */
function readShare(text: string, places: Places): Read<ShareText> {
  const [name = '', share, ...more] = text.split(':').map((each) => each.trim());
  const borough = readBorough(name, places);
  if ('because' in borough) return borough;
  if (share === undefined) return { value: { boroughCode: borough.value, fraction: null } };
  const fraction = /^\d([.]\d{1,3})?$/.test(share) ? Number(share) : 0;
  return more.length === 0 && fraction > 0
    ? { value: { boroughCode: borough.value, fraction } }
    : { because: `${quoted(text)} gives no part above 0: write it as Camden:0.5.` };
}

/** The parts of a post, which come to at most the whole of it: in thousandths, since ten tenths are one. */
export function readShares(texts: readonly ShareText[], found: WardsOfSet | null): Read<Share[]> {
  const wardBoroughs = found?.boroughs ?? [];
  const [first, ...others] = texts;
  if (wardBoroughs.length > 1)
    return { because: 'wards: they lie in two boroughs: name wards of one borough, or give each its own post.' };
  if (first === undefined) return { value: wardBoroughs.map((boroughCode) => ({ boroughCode, fraction: 1 })) };
  const parts: Share[] = [];
  for (const { boroughCode, fraction } of texts) {
    if (fraction === null && others.length > 0)
      return { because: 'boroughs: say how much of it each has, such as Camden:0.5|Islington:0.5.' };
    parts.push({ boroughCode, fraction: fraction ?? 1 });
  }
  const sum = parts.reduce((thousandths, { fraction }) => thousandths + Math.round(fraction * 1000), 0);
  if (sum > 1000)
    return { because: `boroughs: their parts come to ${sum / 1000}, and a post is at most 1: make them smaller.` };
  const missing = wardBoroughs.filter((code) => !parts.some(({ boroughCode }) => boroughCode === code));
  if (missing.length > 0)
    return { because: 'boroughs: its ward lies in another borough: name that one, or leave boroughs empty.' };
  return { value: parts.toSorted((a, b) => (a.boroughCode < b.boroughCode ? -1 : 1)) };
}
