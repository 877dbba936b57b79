import { ForeignRequest } from './named-errors.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

interface Asked {
  method: string;
  /** Where the request arrived, its host already checked: "https://wardroom.example.org". */
  here: string;
  origin: string | undefined;
  /** Sec-Fetch-Site header. */
  fetchSite: string | undefined;
}

/**
 * Lets a request that may change something pass only when a browser says that it comes from our own pages.
 * Browsers set both headers themselves and no page can forge them; one of the two must be there.
 * @throws ForeignRequest when either header names another place, or both are absent
 * @source https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function checkSameSite({ method, here, origin, fetchSite }: Asked): void {
  if (READING.includes(method)) return;
  const silent = origin === undefined && fetchSite === undefined;
  const elsewhere = origin !== undefined && origin.toLowerCase() !== here.toLowerCase();
  const crossing = fetchSite !== undefined && fetchSite !== 'same-origin';
  if (silent || elsewhere || crossing)
    throw new ForeignRequest('This form was not sent from one of Wardroom’s own pages, so nothing was changed.');
}
