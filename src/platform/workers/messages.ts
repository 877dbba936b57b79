/** What a worker is told: which function of which module to call, with what. Everything is copied, nothing shared. */
export interface Call {
  moduleUrl: string;
  exportName: string;
  args: unknown[];
}

export type Reply = { kind: 'answer'; answer: unknown } | { kind: 'error'; name: string; message: string };
