import type { RefusedText } from '../text-source.ts';

/** The value of a JSON text; refused when the text is not whole. */
export function parseJson(text: string): { kind: 'value'; value: unknown } | RefusedText {
  try {
    return { kind: 'value', value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { kind: 'refused', because: 'is not whole JSON, as where a download was cut off: download it again' };
  }
}
