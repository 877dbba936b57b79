const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u;

/** Whether a name may be that of a vintage: up to 60 letters, numbers, spaces, full stops, dashes. */
export function isVintageName(name: string): boolean {
  return NAME.test(name);
}
