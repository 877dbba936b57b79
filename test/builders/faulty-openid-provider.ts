import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { type Answer, madePublisher } from './publisher.ts';

/** What a test may make the provider do otherwise than it should. */
export interface Faults {
  /** Claims over the right ones; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** How the token is signed; "other-key" signs with a key that is not published. */
  signed?: 'right' | 'other-key' | 'not-at-all' | 'with-the-secret' | 'altered-after';
  /** Fields over the right description. */
  description?: Record<string, unknown>;
  /** What stands at an address of the provider instead of what should. */
  answers?: Record<string, Answer>;
  /** What the token endpoint answers beside the identity token; undefined leaves one out. */
  tokens?: Record<string, unknown>;
  /** Claims at userinfo, beside the subject. */
  userinfo?: Record<string, unknown>;
}

/** A provider made by hand on this machine that answers rightly unless told otherwise. */
export interface FaultyProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Requests as they came, by path. */
  asked(path: string): { headers: Record<string, unknown>; body: string }[];
  /** The address a person comes back to from an address of `beginSignIn`, having signed in as "pat". */
  comeBack(url: string, over?: Record<string, string | null>): URL;
  /** Changes what it does from now on. */
  become(faults: Faults): void;
  close(): Promise<void>;
}

const CLIENT = 'wardroom';
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts a provider that answers as a test wants. */
export async function startFaultyProvider(first: Faults = {}): Promise<FaultyProvider> {
  const right = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const clientSecret = `secret-${randomUUID()}`;
  let faults = first;
  let nonce = '';
  const signIn = (claims: object): string => {
    const how = faults.signed ?? 'right';
    const alg = how === 'not-at-all' ? 'none' : how === 'with-the-secret' ? 'HS256' : 'RS256';
    const text = `${base64({ alg, kid: 'right' })}.${base64(claims)}`;
    if (how === 'not-at-all') return `${text}.`;
    if (how === 'with-the-secret')
      return `${text}.${createHmac('sha256', clientSecret).update(text).digest('base64url')}`;
    const key = how === 'other-key' ? other : right;
    const signature = sign('sha256', Buffer.from(text), key.privateKey).toString('base64url');
    return how === 'altered-after'
      ? `${base64({ alg, kid: 'right' })}.${base64({ ...claims, sub: 'chief' })}.${signature}`
      : `${text}.${signature}`;
  };
  const json =
    (value: () => object): Answer =>
    (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value()));
  const answers: Record<string, Answer> = {
    '/.well-known/openid-configuration': json(() => ({
      issuer,
      authorization_endpoint: `${issuer}/authorise`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
      authorization_response_iss_parameter_supported: true,
      ...faults.description,
    })),
    '/keys': json(() => ({
      keys: [{ ...right.publicKey.export({ format: 'jwk' }), kid: 'right', use: 'sig', alg: 'RS256' }],
    })),
    '/token': json(() => {
      const seconds = Math.floor(Date.now() / 1000);
      const token = signIn({
        iss: issuer,
        sub: 'pat',
        aud: CLIENT,
        iat: seconds,
        exp: seconds + 300,
        nonce,
        ...faults.claims,
      });
      return { access_token: 'access', token_type: 'bearer', id_token: token, ...faults.tokens };
    }),
    '/userinfo': json(() => ({ sub: 'pat', ...faults.userinfo })),
  };
  const answer =
    (path: string): Answer =>
    (request, response, turn) =>
      (faults.answers?.[path] ?? answers[path])?.(request, response, turn);
  const server = await madePublisher(Object.fromEntries(Object.keys(answers).map((path) => [path, answer(path)])));
  const issuer = server.address;
  return {
    issuer,
    clientId: CLIENT,
    clientSecret,
    asked: (path) => server.asked.filter((request) => request.path === path),
    comeBack(url, over = {}) {
      const query = new URL(url).searchParams;
      nonce = query.get('nonce') ?? '';
      const back = new URL(query.get('redirect_uri') ?? '');
      const answered = { code: randomUUID(), state: query.get('state'), iss: issuer, ...over };
      for (const [name, value] of Object.entries(answered)) if (value !== null) back.searchParams.set(name, value);
      return back;
    },
    become(next) {
      faults = next;
    },
    close: server.close,
  };
}
