import { LakeError } from '../../platform/lake/index.ts';
import { isDiskFull } from '../is-disk-full.ts';
import { Refusal } from '../model.ts';
import { oneLine } from '../one-line.ts';

/**
 * What becomes of an error while files are read: the file is refused where it is at fault, and anything else is thrown on.
 * @param called what such a file is called, such as "street file"
 */
export function refuseUnread(name: string, called: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof LakeError) || isDiskFull(error)) throw error;
    throw new Refusal(`"${name}" cannot be read as a ${called}: download it again (${oneLine(error.message)}).`);
  };
}
