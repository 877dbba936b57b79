import { describe, expect, it } from 'vitest';
import { StatementError } from '../database/index.ts';
import { retryOnDeadlock, TooBusy } from './index.ts';

const deadlock = new StatementError('deadlock detected', { code: '40P01' });
const unserializable = new StatementError('could not serialize access', { code: '40001' });

/** A transaction that fails with each of these in turn and then answers. */
function failing(...errors: Error[]) {
  let tries = 0;
  return {
    run: async () => {
      const error = errors[tries];
      tries += 1;
      if (error !== undefined) throw error;
      return 'saved';
    },
    tries: () => tries,
  };
}

describe('retryOnDeadlock', () => {
  it('tries again what PostgreSQL gave up, and waits longer each time', async () => {
    const transaction = failing(deadlock, unserializable, deadlock);
    const waited: number[] = [];
    const pause = async (failed: number) => {
      waited.push(failed);
    };
    await expect(retryOnDeadlock(transaction.run, { attempts: 4, pause })).resolves.toBe('saved');
    expect(waited).toEqual([1, 2, 3]);
  });

  it('stops at its bound with one sentence, and keeps the cause for the log', async () => {
    const transaction = failing(deadlock, deadlock, deadlock);
    const pause = async () => undefined;
    const refused = await retryOnDeadlock(transaction.run, { attempts: 2, pause }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooBusy);
    expect(refused).toMatchObject({ cause: deadlock, message: expect.stringContaining('try again') });
    expect(transaction.tries()).toBe(2);
  });

  it('never tries again what failed for another reason', async () => {
    const duplicate = new StatementError('duplicate key', { code: '23505' });
    const transaction = failing(duplicate);
    const pause = async () => undefined;
    await expect(retryOnDeadlock(transaction.run, { attempts: 5, pause })).rejects.toBe(duplicate);
    expect(transaction.tries()).toBe(1);
  });

  it('refuses to try not even once', async () => {
    const pause = async () => undefined;
    await expect(retryOnDeadlock(failing().run, { attempts: 0, pause })).rejects.toThrow('at least once');
  });
});
