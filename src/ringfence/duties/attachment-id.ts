/** Of version 8, which is for whoever makes a UUID to fill. */
const MADE_BY_THE_BOOK = /^00000000-0000-8000-8[0-9a-f]{3}-/;

/**
 * The UUID of an absence that follows from the post book and was recorded by nobody: no chance is needed, and the same duty is
 * never attached twice.
 * @param duty   number of the duty
 * @param before such absences of the duty that were withdrawn, whole number from 0 to 4095
 */
export function attachmentId(duty: number, before = 0): string {
  const attempt = before.toString(16).padStart(3, '0');
  return `00000000-0000-8000-8${attempt}-${duty.toString(16).padStart(12, '0')}`;
}

/** Whether an absence was made by the post book alone. */
export const isOfTheBook = (id: string): boolean => MADE_BY_THE_BOOK.test(id);
