import type { Role } from '../../src/platform/access/index.ts';

/**
 * Signs in at a running server as the made-up person of a role, as its page does.
 * @param address such as "http://127.0.0.1:3000"; its demonstration is on
 * @returns the Cookie header of who is signed in
 */
export async function signedIn(address: string, role: Role): Promise<string> {
  const page = await fetch(`${address}/sign-in`);
  const [, token = ''] = /name="form-token" value="([^"]+)"/.exec(await page.text()) ?? [];
  const answer = await fetch(`${address}/sign-in/demonstration`, {
    method: 'POST',
    headers: { origin: address, cookie: cookiesOf(page) },
    body: new URLSearchParams({ 'form-token': token, role }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`Signing in as ${role} was answered with ${answer.status}.`);
  return cookiesOf(answer);
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .filter((cookie) => cookie?.endsWith('=') === false)
    .join('; ');
