import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';

/** Somebody who can sign in at the provider. */
export interface ProviderPerson {
  /** What is typed into the login page, and the subject in the token. */
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
  /** Whether the provider says "mfa" of their sign-ins. */
  secondFactor?: boolean;
}

/** An organisation's provider, running on this machine. */
export interface RunningProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Signs a person in at an address from `beginSignIn` as a browser would. @returns the address they come back to */
  signInAs(url: string, subject: string): Promise<string>;
  /** Stops at the login page. @returns the address they come back to, with error=access_denied */
  cancel(url: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = 'wardroom';
const SIGN_IN = /^\/interaction\/([^/]+)$/;
const CANCEL = /^\/interaction\/([^/]+)\/cancel$/;

/**
 * Starts a real OpenID Connect provider on a free port of this machine, with people in memory. A browser gets a login
 * page with one field, "User name", and the buttons "Sign in" and "Cancel"; nobody is asked to consent. Nothing in its
 * pages is loaded from elsewhere.
 * @param redirectUris addresses the person may be sent back to, letter for letter
 * @param signOutUris  addresses the person may be sent to after signing out there
 */
export async function startOpenIdProvider(options: {
  redirectUris: string[];
  signOutUris?: string[];
  people: ProviderPerson[];
}): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const clientSecret = randomBytes(24).toString('base64url');
  const provider = await quietly(() => makeProvider({ ...options, issuer, port, clientSecret }));
  const rest = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    interact(provider, options.people, request, response).then(
      (done) => (done ? undefined : rest(request, response)),
      // As oidc-provider says: the interaction is another browser's, or over.
      (error: unknown) => response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  return {
    issuer,
    clientId: CLIENT,
    clientSecret,
    signInAs: (url, subject) => walk(url, issuer, (page) => ({ url: page, body: { login: subject } })),
    cancel: (url) => walk(url, issuer, (page) => ({ url: `${page}/cancel`, body: {} })),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function makeProvider(options: {
  issuer: string;
  port: number;
  clientSecret: string;
  redirectUris: string[];
  signOutUris?: string[];
  people: ProviderPerson[];
}): Promise<Provider> {
  const { Provider } = await import('oidc-provider');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(options.issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: options.clientSecret,
        redirect_uris: options.redirectUris,
        post_logout_redirect_uris: options.signOutUris ?? [],
        token_endpoint_auth_method: 'client_secret_post',
        require_auth_time: true,
      },
    ],
    // Browsers do not tell ports of one host apart, so a second provider would take the first one's cookies.
    cookies: {
      keys: [randomBytes(16).toString('hex')],
      names: { session: `s${options.port}`, interaction: `i${options.port}`, resume: `r${options.port}` },
    },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: `key-${options.port}` }] },
    pkce: { required: () => true },
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = page(
            `<h1>Sign out here?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`,
          );
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = page('<h1>You are signed out</h1>');
        },
      },
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 3600, Session: 3600 },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = page(`<h1>Something went wrong</h1><p>${escaped(`${out.error}: ${out.error_description ?? ''}`)}</p>`);
    },
    findAccount: (_ctx, sub) => {
      const person = options.people.find((one) => one.subject === sub);
      if (person === undefined) return undefined;
      const { email, emailVerified, name } = person;
      return { accountId: sub, claims: () => ({ sub, email, email_verified: emailVerified, name }) };
    },
    // The organisation runs both sides, so its people are not asked whether Wardroom may know their name.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: CLIENT, accountId: ctx.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

/** Serves the login page and takes its form. @returns whether the request was for it */
async function interact(
  provider: Provider,
  people: readonly ProviderPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = request.url ?? '';
  if (!SIGN_IN.test(path) && !CANCEL.test(path)) return false;
  await provider.interactionDetails(request, response);
  const finish = (result: Parameters<Provider['interactionFinished']>[2]) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  if (request.method !== 'POST') {
    showLogin(response, path, '');
  } else if (CANCEL.test(path)) {
    await finish({ error: 'access_denied', error_description: 'Stopped at the login page' });
  } else {
    const login = new URLSearchParams(await textOf(request)).get('login') ?? '';
    const person = people.find((one) => one.subject === login);
    if (person === undefined) showLogin(response, path, 'Nobody has this user name.');
    else await finish({ login: { accountId: login, amr: person.secondFactor ? ['pwd', 'mfa'] : ['pwd'] } });
  }
  return true;
}

function showLogin(response: ServerResponse, path: string, fault: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(
    page(`<h1>Sign in to your organisation</h1>
<form method="post" action="${escaped(path)}">
<p role="alert">${escaped(fault)}</p>
<p><label for="login">User name</label> <input id="login" name="login" autocomplete="username" required></p>
<p><button>Sign in</button> <button formaction="${escaped(path)}/cancel" formnovalidate>Cancel</button></p>
</form>`),
  );
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made-up organisation</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Follows the provider's redirects with its cookies, fills in its one form, and stops at the first address elsewhere. */
async function walk(
  start: string,
  issuer: string,
  fillIn: (page: string) => { url: string; body: Record<string, string> },
): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let body: URLSearchParams | null = null;
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body === null ? {} : { method: 'POST', body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    const text = await answer.text();
    if (to === null && (body !== null || !SIGN_IN.test(new URL(url).pathname)))
      throw new Error(`The provider answered ${answer.status} at ${new URL(url).pathname}: ${text}`);
    if (to === null) {
      const form = fillIn(url);
      url = form.url;
      body = new URLSearchParams(form.body);
      continue;
    }
    url = new URL(to, url).href;
    body = null;
    if (!url.startsWith(`${issuer}/`)) return url;
  }
  throw new Error('The provider went on sending the browser round.');
}

/** oidc-provider prints that it wants a later Node than ours; that it works on ours is what the tests show. */
async function quietly<T>(make: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await make();
  } finally {
    console.warn = warn;
  }
}
