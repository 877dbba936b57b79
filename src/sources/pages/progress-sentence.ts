import type { Progress } from '../model.ts';

/** "street.zip: assigning to wards, 40%", the share left out where the total is not known. */
export function progressSentence({ file, step, done, total }: Progress): string {
  const share = total > 0 ? `, ${Math.floor((100 * Math.min(done, total)) / total)}%` : '';
  return `${file}: ${step}${share}`;
}
