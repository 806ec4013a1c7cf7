import type { Configuration } from 'openid-client'

import { env } from '@/src/env/env'
import { house } from '@/src/env/linkTo'

/** What one sign-in must come back with; kept by the browser that began it, sealed. */
export type Begun = { state: string; nonce: string; verifier: string; to: string }

/** Who the provider says it is. `withFactor`: it has asked for more than a password itself. */
export type Outsider = { issuer: string; subject: string; email: string | null; withFactor: boolean }

let known: { issuer: string; configuration: Promise<Configuration>; at: number } | undefined
const HOUR = 3_600_000

/** What the provider says of itself, read anew every hour, and with the next sign-in when it could not be. */
async function configured(): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await import('openid-client')
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = env
  if (!issuer || !id) throw new Error('There is no provider')
  if (known?.issuer === issuer && performance.now() - known.at < HOUR) return known.configuration
  const url = new URL(issuer)
  const isLocal = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const configuration = discovery(url, id, secret, undefined, { timeout: 10, ...(isLocal ? { execute: [allowInsecureRequests] } : {}) })
  known = { issuer, configuration, at: performance.now() }
  configuration.catch(() => (known = undefined))
  return configuration
}

/** Where the provider sends people back to: always the house's own address. */
const back = (): string => `${house()}/api/users/oidc/callback`

/** The provider's page, and what is to be remembered until somebody comes back from it: code with PKCE, state, nonce. */
export async function beginSignIn(to: string): Promise<{ address: string; begun: Begun }> {
  const configuration = await configured()
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
    await import('openid-client')
  const begun: Begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), to }
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: back(),
    scope: env.OIDC_SCOPES,
    response_type: 'code',
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href, begun }
}

const listed = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : typeof value === 'string' ? [value] : []

/** Who came back. Throws unless state, nonce, PKCE, signature, issuer, audience and time are right. */
export async function endSignIn(search: string, { state, nonce, verifier }: Begun): Promise<Outsider> {
  const { authorizationCodeGrant } = await import('openid-client')
  const tokens = await authorizationCodeGrant(await configured(), new URL(`${back()}${search}`), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('The provider sent no identity')
  const counts = new Set(env.OIDC_FACTORS)
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'].toLowerCase().trim() : null,
    withFactor: [...listed(claims['amr']), ...listed(claims['acr'])].some((value) => counts.has(value)),
  }
}
