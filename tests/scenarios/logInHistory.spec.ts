import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Secret, TOTP } from 'otpauth'

import { logInReason } from '@/src/domain/words/loginWords'

import { accountDoors } from '../support/accountDoors'
import type { TestApp } from '../support/app'
import { type OutsideProvider, startWithProvider } from '../support/startProvider'
import { done, type Factory, openFactory, type Person } from '../support/story'

/** What is remembered of who came in, who did not, and why. */
let app: TestApp
let f: Factory
let provider: OutsideProvider
let close: () => Promise<void>
const password = 'Rivet-2026-ok'
const { rowsOf, logIn, change } = accountDoors(() => app)

beforeAll(async () => {
  ;({ app, provider, close } = await startWithProvider())
  f = await openFactory(app)
})
afterAll(() => close())

describe('every way in, and every one refused, leaves a line that is read where log-ins are shown', () => {
  const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const post = (path: string, body: Record<string, unknown>, token?: string) =>
    app.api.post(`/users${path}`, { body, ...(token === undefined ? {} : { token }) })
  const wrong = 'wrong-password-1'
  async function keyOf({ token }: Person): Promise<{ key: string; id: number }> {
    const { key, id } = done(await post('/api-keys', { name: 'ERP', days: 30, currentPassword: password }, token))
    return { key: String(key), id: Number(id) }
  }
  const use = (key: string, from: string) =>
    app.api.get('/users/me', { headers: { Authorization: `users API-Key ${key}`, 'x-client-address': from } })
  async function factorOf({ id, token }: Person): Promise<string> {
    const { secret } = done(await post('/second-factor/begin', { currentPassword: password }, token))
    done(await post('/second-factor/confirm', { code: codeOf(String(secret)) }, token))
    await rowsOf('update account_factors set last_step = null where user_id = $1', [id])
    return String(secret)
  }
  const named = (email: string) => `${email.split('@', 1)[0] ?? ''}+verified`
  async function signIn(email: string) {
    const begun = await app.api.get('/users/oidc/start')
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
    const back = await provider.signIn(begun.headers.get('location') ?? '', named(email))
    return app.api.get(`/users/oidc/callback${back.search}`, { headers: { cookie } })
  }
  const ssoOf = async (email: string) => ((await signIn(email)).headers.get('location') ?? '').split('#')[1] ?? ''

  const ways: Array<[way: string, go: (one: Person) => Promise<unknown>, lines: Array<[verb: string, reason: string | null]>]> = [
    ['password', ({ email }) => logIn(email, password), [['login', null]]],
    ['wrong password', ({ email }) => logIn(email, wrong), [['login-failed', 'AuthenticationError']]],
    [
      'GraphQL, two of three refused',
      async ({ email }) => {
        const tried = [wrong, password, wrong].map((word, at) => `a${at}: loginUser(email: "${email}", password: "${word}") { token }`)
        await app.api.graphql(`mutation { ${tried.join(' ')} }`)
      },
      [['login', null], ['login-failed', 'AuthenticationError'], ['login-failed', 'AuthenticationError']],
    ],
    [
      'locked',
      async ({ email }) => {
        for (let at = 0; at < 6; at += 1) await logIn(email, wrong)
        await logIn(email, password)
      },
      [...Array.from({ length: 5 }, (): [string, string] => ['login-failed', 'AuthenticationError']), ['login-failed', 'LockedAuth'], ['login-failed', 'LockedAuth']],
    ],
    [
      'disabled',
      async ({ id, email }) => {
        done(await change(f.admin, id, { disabled: true }))
        await logIn(email, password)
      },
      [['session-ended', 'ACCOUNT_DISABLED'], ['login-failed', 'ACCOUNT_DISABLED']],
    ],
    [
      'second factor asked for, refused, shown',
      async (one) => {
        const code = codeOf(await factorOf(one))
        for (const given of [undefined, '000000', code]) await logIn(one.email, password, given === undefined ? {} : { code: given })
      },
      [['factor-asked', 'SECOND_FACTOR_REQUIRED'], ['login-failed', 'SECOND_FACTOR_WRONG'], ['login', null]],
    ],
    [
      'second factor guessed too often, told of once',
      async (one) => {
        await factorOf(one)
        for (let at = 0; at < 8; at += 1) await logIn(one.email, password, { code: '000000' })
      },
      [...Array.from({ length: 4 }, (): [string, string] => ['login-failed', 'SECOND_FACTOR_WRONG']), ['login-failed', 'TOO_MANY_TRIES']],
    ],
    ['provider', ({ email }) => signIn(email), [['login', 'provider']]],
    [
      'provider, of who has left',
      async ({ id, email }) => {
        done(await change(f.admin, id, { disabled: true }))
        await signIn(email)
      },
      [['session-ended', 'ACCOUNT_DISABLED'], ['login-failed', 'ACCOUNT_DISABLED']],
    ],
    [
      'provider and second factor',
      async (one) => {
        const code = codeOf(await factorOf(one))
        const sso = await ssoOf(one.email)
        for (const given of [{}, { code: '000000' }, { code }]) await post('/oidc/enter', { sso, ...given })
      },
      [['factor-asked', 'provider: asked'], ['login-failed', 'SECOND_FACTOR_WRONG'], ['login', 'provider']],
    ],
    [
      'a key, from two addresses',
      async (one) => {
        const { key } = await keyOf(one)
        for (const from of ['203.0.113.9', '203.0.113.9', '203.0.113.10', '203.0.113.9']) await use(key, from)
      },
      [['key-used', 'prefix'], ['key-used', 'prefix']],
    ],
    [
      'a key that was ended, told of once',
      async (one) => {
        const { key, id } = await keyOf(one)
        done(await post(`/${one.id}/api-keys/${id}/end`, {}, one.token))
        for (const from of ['203.0.113.9', '203.0.113.9']) await use(key, from)
      },
      [['login-failed', 'KEY_ENDED']],
    ],
    [
      'a key out of date',
      async (one) => {
        const { key, id } = await keyOf(one)
        await rowsOf('update account_keys set expires_at = now() where id = $1', [id])
        await use(key, '203.0.113.9')
      },
      [['login-failed', 'KEY_LATE']],
    ],
    ['logged out', async ({ token }) => done(await post('/logout', {}, token)), [['logout', null]]],
    ['ended by hand', async ({ id }) => done(await post(`/${id}/sessions/end`, {}, f.admin.token)), [['session-ended', 'asked']]],
    [
      'not used',
      async ({ id, token }) => {
        await rowsOf(`update account_sessions set last_used_at = now() - interval '1 month' where user_id = $1`, [id])
        await app.api.get('/users/me', { token })
      },
      [['session-ended', 'idle']],
    ],
    ['another password', async ({ id }) => done(await change(f.admin, id, { password: 'Green screws, please' })), [['session-ended', 'password']]],
    ['other roles', async ({ id }) => done(await change(f.admin, id, { roles: ['sales', 'pmc'] })), [['session-ended', 'roles']]],
    [
      'factor reset',
      async (one) => {
        await factorOf(one)
        done(await post(`/${one.id}/second-factor/reset`, {}, f.admin.token))
      },
      [['session-ended', 'factor-reset']],
    ],
  ] // prettier-ignore

  test.each(ways)('%s', async (_way, go, lines) => {
    const one = await f.person(['sales'])
    await go(one)
    const { logIns } = done(await app.api.get(`/users/${one.id}/account`, { token: f.admin.token }))
    const told = logIns.map(({ verb, reason }) => [verb, String(reason).startsWith('gdn_') ? 'prefix' : reason])
    expect(told.reverse()).toEqual([['login', null], ...lines]) // the first is the person's own, from the story's beginning
    // the same in the log, and every reason has its words
    const log = done(await app.api.get(`/audit-log?where[no][equals]=${encodeURIComponent(one.email)}&sort=-id&limit=1`, { token: f.admin.token })) // prettier-ignore
    const [verb = '', reason = null] = lines.at(-1) ?? []
    expect([log.docs[0]?.['verb'], log.docs[0]?.['reason']]).toEqual([verb, reason === 'prefix' ? expect.stringMatching(/^gdn_/) : reason])
    for (const language of ['zh', 'en'] as const)
      for (const [of, why] of lines) if (why && why !== 'prefix') expect(logInReason({ verb: of, reason: why }, language)).not.toBe(why)
  })

  test('what belongs to no account is read by the administrator', async () => {
    await logIn('never.heard@factory.example', wrong)
    await signIn('never.seen@factory.example')
    await app.api.get('/users/oidc/callback?code=x&state=y')
    await post('/oidc/enter', { sso: 'x' })
    await use(`gdn_0badc0de_${'x'.repeat(43)}`, '203.0.113.77')
    const log = done(await app.api.get('/audit-log?where[verb][equals]=login-failed&sort=-id&limit=5', { token: f.admin.token })) // prettier-ignore
    expect(log.docs.map(({ no, reason }) => [no, reason])).toEqual([
      ['gdn_0badc0de', 'KEY_UNKNOWN'],
      [null, 'provider: ticket'],
      [null, 'provider: provider'],
      [expect.stringContaining('never.seen@'), 'provider: unknown'],
      ['never.heard@factory.example', 'AuthenticationError'],
    ])
  })

  test('a provider that cannot be reached lets nobody in, and it is on record', async () => {
    const { env } = await import('@/src/env/env')
    const known = env.OIDC_ISSUER
    env.OIDC_ISSUER = 'http://127.0.0.1:9' // nobody answers there
    const sent = await app.api.get('/users/oidc/start')
    env.OIDC_ISSUER = known
    expect(sent.headers.get('location')).toContain('/login?refused=provider')
    const log = done(await app.api.get('/audit-log?where[verb][equals]=login-failed&sort=-id&limit=1', { token: f.admin.token })) // prettier-ignore
    expect(log.docs[0]).toMatchObject({ slug: 'users', reason: 'provider: unreachable' })
  })
})
