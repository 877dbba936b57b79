import { Refusal } from '../model.ts';
import { isLoopback, MOST_ATTEMPTS, mayAsk, type Network, pauseBefore } from './network.ts';
import { type Allowance, type Rate, takeTurn } from './rate-limit.ts';

/** One address asked as its publisher wishes: no faster than it says, redirects only to hosts it names. */
export interface PoliteClient {
  /**
   * Asks once and gives the answer to `use`; asks again, after a pause, when the publisher is busy, the connection
   * breaks or falls silent, or `use` throws {@link AskAgain}.
   * @throws Refusal naming the address when it is gone, forbidden, or too busy for too long
   */
  ask<T>(request: PoliteRequest, use: (answer: Response, alive: () => void) => Promise<T>): Promise<T>;
}

export interface PoliteRequest {
  address: string;
  /** Hosts besides its own that it may be redirected to. */
  redirectHosts: readonly string[];
  /** Made anew for each attempt: a download that broke off goes on where it stopped. */
  headers(): Promise<Record<string, string>>;
  /** A form to be sent; without one the address is read. */
  form?: URLSearchParams;
}

/** What came is not all there is, or not as it should be: worth another attempt. */
export class AskAgain extends Error {
  override name = 'AskAgain';
}

/** The limit of the API of data.police.uk, kept for the whole host; elsewhere a request a second is plenty. */
const RATES: ReadonlyMap<string, Rate> = new Map([['data.police.uk', { perSecond: 15, burst: 30 }]]);
const USUAL_RATE: Rate = { perSecond: 1, burst: 2 };
const MOST_REDIRECTS = 5;
/** However far a download gets each time, it is not begun again for ever. */
const MOST_IN_ALL = 100;
const BUSY = new Set([408, 425, 429, 500, 502, 503, 504]);
const USER_AGENT = 'Wardroom (open-source neighbourhood policing platform)';

export function politeClient(network: Network): PoliteClient {
  const allowances = new Map<string, Allowance>();

  async function takeTurnAt(host: string): Promise<void> {
    const turn = takeTurn(RATES.get(host) ?? USUAL_RATE, allowances.get(host) ?? null, network.now());
    allowances.set(host, turn.after);
    if (turn.wait > 0) await network.wait(turn.wait);
  }

  async function follow(request: PoliteRequest, headers: Record<string, string>, signal: AbortSignal) {
    let address = new URL(request.address);
    const isLocal = isLoopback(address.hostname);
    const hosts = [address.hostname, ...request.redirectHosts];
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      if (!mayAsk(address, hosts, isLocal)) {
        throw new Refusal(
          `${request.address} leads to ${address.host}, which is not a host of its publisher: look for the new address.`,
        );
      }
      await takeTurnAt(address.hostname);
      const answer = await network.fetch(address, {
        redirect: 'manual',
        signal,
        headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...headers },
        ...(request.form === undefined ? {} : { method: 'POST', body: request.form }),
      });
      const next = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || answer.status === 304 || next === null) return answer;
      await answer.body?.cancel();
      if (!URL.canParse(next, address)) {
        throw new Refusal(`${request.address} is redirected to an address that is none: look for the new address.`);
      }
      address = new URL(next, address);
    }
    throw new Refusal(`${request.address} is redirected more than ${MOST_REDIRECTS} times: look for the new address.`);
  }

  async function attempt<T>(request: PoliteRequest, use: (answer: Response, alive: () => void) => Promise<T>) {
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    let moved = false;
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(new AskAgain('fell silent')), network.silence);
    };
    const alive = (): void => {
      moved = true;
      listen();
    };
    listen();
    try {
      const answer = await follow(request, await request.headers(), abort.signal);
      if (BUSY.has(answer.status)) {
        await answer.body?.cancel();
        return {
          kind: 'busy' as const,
          moved,
          because: `answers ${answer.status}`,
          retryAfter: answer.headers.get('retry-after'),
        };
      }
      refuseUnlessGiven(request.address, answer);
      return { kind: 'done' as const, value: await use(answer, alive) };
    } catch (error) {
      const because = whyBroken(error);
      if (because === null) throw error;
      return { kind: 'busy' as const, moved, because, retryAfter: null };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async ask(request, use) {
      let made = 0;
      for (let all = 1; ; all += 1) {
        const outcome = await attempt(request, use);
        if (outcome.kind === 'done') return outcome.value;
        // What moves on, however haltingly, is worth more patience than what does not move at all.
        made = outcome.moved ? 1 : made + 1;
        const pause = pauseBefore(made, outcome.retryAfter, { now: Date.now(), random: network.random() });
        if (made >= MOST_ATTEMPTS || all >= MOST_IN_ALL || pause === null) {
          throw new Refusal(
            `${request.address} ${outcome.because}, and was asked ${all} times: try again later; what came so far is kept.`,
          );
        }
        await network.wait(pause);
      }
    },
  };
}

function refuseUnlessGiven(address: string, { status, ok }: Response): void {
  if (ok || status === 304 || status === 416) return;
  if (status === 404 || status === 410) {
    throw new Refusal(`${address} is not there any more (${status}): look for the new address at its publisher.`);
  }
  throw new Refusal(`${address} is not given to us (${status}): download it with a browser and import the file.`);
}

/** Why a connection broke, when it did; null for other errors, which are not the network's. */
function whyBroken(error: unknown): string | null {
  if (error instanceof AskAgain) return error.message;
  if (!(error instanceof Error)) return null;
  // What fetch throws for a broken connection is a TypeError whose cause has a code.
  const { cause } = error;
  if (cause instanceof AskAgain) return cause.message;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  if (code !== null) return `cannot be reached (${code})`;
  return error.name === 'AbortError' || /terminated|fetch failed/.test(error.message) ? 'broke off' : null;
}
