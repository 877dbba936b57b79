const NO_SPACE = /ENOSPC|No space left on device/;

/** Whether an error, of the file system or of the lake, says that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (('code' in error && error.code === 'ENOSPC') || NO_SPACE.test(error.message));
}
