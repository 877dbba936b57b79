/**
 * Signs in at a running server as a made-up person, as its page does.
 * @param address such as "http://127.0.0.1:3000"; its demonstration is on
 * @param title what their button says, such as "Analyst"
 * @returns the Cookie header of who is signed in
 */
export async function signedIn(address: string, title: string): Promise<string> {
  const page = await fetch(`${address}/sign-in`);
  const shown = await page.text();
  const [, token = ''] = /name="form-token" value="([^"]+)"/.exec(shown) ?? [];
  const offered = [...shown.matchAll(/name="person" value="([^"]+)"[^>]*>([^<]+)</g)];
  const [, person = ''] = offered.find(([, , text]) => text?.trim() === title) ?? [];
  const answer = await fetch(`${address}/sign-in/demonstration`, {
    method: 'POST',
    headers: { origin: address, cookie: cookiesOf(page) },
    body: new URLSearchParams({ 'form-token': token, person }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`Signing in as ${title} was answered with ${answer.status}.`);
  return cookiesOf(answer);
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .filter((cookie) => cookie?.endsWith('=') === false)
    .join('; ');
