import type { Progress } from '../model.ts';

/**
 * Where an import of several files has come to: "File 2 of 3, street.zip: assigning to wards, 40%". The share is that
 * of the step, left out where it is not known; the place too, where several files have the name.
 * @param files names of all files, in the order given
 */
export function progressSentence({ file, step, done, total }: Progress, files: readonly string[]): string {
  const share = total > 0 ? `, ${Math.floor((100 * Math.min(done, total)) / total)}%` : '';
  if (file === '') return `${step.slice(0, 1).toUpperCase()}${step.slice(1)}${share}`;
  const known = files.length > 1 && files.filter((name) => name === file).length === 1;
  const place = known ? `File ${files.indexOf(file) + 1} of ${files.length}, ` : '';
  return `${place}${file}: ${step}${share}`;
}
