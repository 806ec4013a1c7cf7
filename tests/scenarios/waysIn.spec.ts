// More than 300 lines: all ways of logging in are tried on one house, which takes long to open.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Secret, TOTP } from 'otpauth'

import { accountDoors } from '../support/accountDoors'
import type { TestApp } from '../support/app'
import { type OutsideProvider, startWithProvider } from '../support/startProvider'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'

/** How somebody comes in and stays: second factors, sessions, keys of programs, a provider outside. */
let app: TestApp
let f: Factory
let provider: OutsideProvider
let close: () => Promise<void>
const password = 'Rivet-2026-ok'
const { rowsOf, mailsTo, logIn, change } = accountDoors(() => app)

beforeAll(async () => {
  ;({ app, provider, close } = await startWithProvider())
  f = await openFactory(app)
})
afterAll(() => close())

describe('a second factor', () => {
  const codeOf = (secret: string, step = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 })
  /** As if some time had passed since the last code was taken. */
  const later = (id: number) => rowsOf('update account_factors set last_step = null where user_id = $1', [id])
  const post = <Path extends string>(path: Path, body: Record<string, unknown>, by?: Person) =>
    app.api.post(`/users${path}`, { body, ...(by ? { token: by.token } : {}) })

  async function withFactor() {
    const somebody = await f.person(['sales'])
    const begun = done(await post('/second-factor/begin', { currentPassword: password }, somebody))
    const used = codeOf(begun.secret)
    const { codes } = done(await post('/second-factor/confirm', { code: used }, somebody))
    return { ...somebody, ...begun, codes, used }
  }

  test('is set up by who knows the password, kept sealed, and asked for at every door', async () => {
    const somebody = await f.person(['sales'])
    expect((await post('/second-factor/begin', {}, somebody)).status).toBe(400)
    expect((await post('/second-factor/begin', {})).status).toBe(401)
    const { secret, uri, picture } = done(await post('/second-factor/begin', { currentPassword: password }, somebody))
    expect([uri, picture]).toEqual([expect.stringContaining(`secret=${secret}`), expect.stringMatching(/^<svg/)])
    expect((await logIn(somebody.email, password)).status).toBe(200) // not in force before it is confirmed
    expect((await post('/second-factor/confirm', { code: '000000' }, somebody)).status).toBe(401)
    const { codes } = done(await post('/second-factor/confirm', { code: codeOf(secret) }, somebody))
    expect(codes).toHaveLength(10)
    const kept = JSON.stringify(
      await rowsOf('select to_jsonb(f) as f, to_jsonb(c) as c from account_factors f join account_codes c using (user_id)'),
    )
    for (const open of [secret, ...codes, ...codes.map((code: string) => code.replace('-', ''))]) expect(kept).not.toContain(open)

    const asked = await logIn(somebody.email, password)
    expect([asked.status, codesOf(asked)]).toEqual([401, ['SECOND_FACTOR_REQUIRED']])
    expect(asked.headers.get('set-cookie')).toBeNull()
    const wrongPassword = await logIn(somebody.email, 'wrong-password-1')
    expect(codesOf(wrongPassword)).toEqual([]) // who does not know the password is not told that there is a factor
    const graph = (headers: Record<string, string> = {}) =>
      app.api.graphql(`mutation { loginUser(email: "${somebody.email}", password: "${password}") { token } }`, { headers })
    expect((await graph()).body.data?.loginUser ?? null).toBeNull()
    await later(somebody.id)
    expect((await graph({ 'x-second-factor': codeOf(secret) })).body.data['loginUser']?.token).toEqual(expect.any(String))
    await later(somebody.id)
    expect((await logIn(somebody.email, password, { code: codeOf(secret) })).status).toBe(200)
  })

  test('a code is taken once, of two at once one, and a wrong one leaves a line', async () => {
    const somebody = await withFactor()
    const again = await logIn(somebody.email, password, { code: somebody.used })
    expect([again.status, codesOf(again)]).toEqual([401, ['SECOND_FACTOR_WRONG']]) // it confirmed the set-up
    await later(somebody.id)
    const code = codeOf(somebody.secret)
    const both = await Promise.all([logIn(somebody.email, password, { code }), logIn(somebody.email, password, { code })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    const lines = await rowsOf<{ reason: string }>(`select reason from audit_log where verb = 'login-failed' and no = $1`, [somebody.email])
    expect(lines.map(({ reason }) => reason)).toEqual(['SECOND_FACTOR_WRONG', 'SECOND_FACTOR_WRONG'])
  })

  test('a recovery code stands in once, its owner is told; guessing is counted for all servers', async () => {
    const somebody = await withFactor()
    const [first = '', second = ''] = somebody.codes
    expect((await logIn(somebody.email, password, { code: first.toUpperCase() })).status).toBe(200)
    expect((await logIn(somebody.email, password, { code: first })).status).toBe(401)
    expect((await mailsTo(somebody.email)).at(-1)).toContain('备用码')
    const statuses: number[] = []
    for (let at = 0; at < 4; at += 1) statuses.push((await logIn(somebody.email, password, { code: '123456' })).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await logIn(somebody.email, password, { code: second })).status).toBe(429)
  })

  test('is taken away by who shows it, or reset by an administrator, which its owner is told', async () => {
    const somebody = await withFactor()
    await later(somebody.id)
    expect((await post('/second-factor/remove', { currentPassword: password, code: '000000' }, somebody)).status).toBe(401)
    const renewed = done(await post('/second-factor/codes', { code: codeOf(somebody.secret) }, somebody)).codes as string[]
    expect((await logIn(somebody.email, password, { code: somebody.codes[0] })).status).toBe(401)
    done(await post('/second-factor/remove', { currentPassword: password, code: renewed[0] }, somebody))
    expect((await logIn(somebody.email, password)).status).toBe(200)

    const other = await withFactor()
    expect((await post(`/${other.id}/second-factor/reset`, {}, f.boss)).status).toBe(403)
    done(await post(`/${other.id}/second-factor/reset`, {}, f.admin))
    expect((await app.api.get('/users/me', { token: other.token })).body.user).toBeNull()
    expect((await logIn(other.email, password)).status).toBe(200)
    expect((await mailsTo(other.email)).at(-1)).toContain('管理员重置了')
    const lines = await rowsOf<{ verb: string; user_id: number }>(
      `select verb, user_id from audit_log where document_id = $1 and verb like 'factor-%'`,
      [String(other.id)],
    )
    expect(lines).toEqual([
      { verb: 'factor-on', user_id: other.id },
      { verb: 'factor-reset', user_id: f.admin.id },
    ])
  })

  test('roles that need one set it up before they are let in, and sessions without it end', async () => {
    const finance = await f.person(['finance'])
    const other = await f.person(['finance'])
    await f.settings('security-settings', { secondFactorRoles: ['finance'] })
    try {
      expect((await app.api.get('/users/me', { token: other.token })).body.user).toBeNull()
      const told = await logIn(finance.email, password)
      expect([told.status, codesOf(told)]).toEqual([401, ['SECOND_FACTOR_SETUP']])
      const { ticket } = findingOf(told, 'SECOND_FACTOR_SETUP')?.facts as { ticket: string }
      expect((await post('/second-factor/begin', { ticket: `${ticket}x` })).status).toBe(401)
      const { secret } = done(await post('/second-factor/begin', { ticket }))
      expect((await logIn(finance.email, password, { ticket })).status).toBe(401) // begun is not confirmed
      done(await post('/second-factor/confirm', { ticket, code: codeOf(secret) }))
      expect((await logIn(finance.email, 'wrong-password-1', { ticket })).status).toBe(401)
      const token = done(await logIn(finance.email, password, { ticket })).token as string
      expect((await logIn(finance.email, password, { ticket })).status).toBe(401) // once
      expect((await app.api.get('/users/me', { token })).body.user).toMatchObject({ id: finance.id })
      expect(
        (await post('/second-factor/remove', { currentPassword: password, code: codeOf(secret, 1) }, { ...finance, token })).status,
      ).toBe(400)
      expect((await post('/second-factor/begin', { ticket })).status).toBe(400) // it is set up
    } finally {
      await f.settings('security-settings', { secondFactorRoles: [] })
    }
  })
})

describe('sessions', () => {
  const accountOf = async (id: number, by: Person) => done(await app.api.get(`/users/${id}/account`, { token: by.token }))
  const isIn = async (token: string) => Boolean((await app.api.get('/users/me', { token })).body.user)

  test('are listed with device, address and times, and ended one by one or all', async () => {
    const somebody = await f.person(['sales'])
    const from = {
      'x-client-address': '203.0.113.9',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
    }
    const away = (await app.api.post('/users/login', { body: { email: somebody.email, password }, headers: from })).body.token as string
    const third = await app.api.login(somebody.email, password)
    const { sessions, logIns } = await accountOf(somebody.id, somebody)
    expect(sessions).toHaveLength(3)
    const [one] = sessions.filter(({ address }) => address === '203.0.113.9')
    expect(one).toMatchObject({ device: 'Chrome · Windows', way: 'password', withFactor: false, isCurrent: false })
    expect(sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1)
    expect(logIns.map(({ verb }) => verb)).toEqual(['login', 'login', 'login'])
    expect((await app.api.get(`/users/${somebody.id}/account`, { token: f.clerk.token })).status).toBe(403)

    expect(done(await app.api.post(`/users/${somebody.id}/sessions/end`, { token: somebody.token, body: { session: one.id } }))).toEqual({
      ended: 1,
    })
    expect([await isIn(away), await isIn(third), await isIn(somebody.token)]).toEqual([false, true, true])
    done(await app.api.post(`/users/${somebody.id}/sessions/end`, { token: somebody.token, body: {} }))
    expect([await isIn(third), await isIn(somebody.token)]).toEqual([false, true])
    done(await app.api.post(`/users/${somebody.id}/sessions/end`, { token: f.admin.token, body: {} }))
    expect(await isIn(somebody.token)).toBe(false)
  })

  test('end when they are not used, and in any case after a while', async () => {
    await f.settings('security-settings', { sessionIdleMinutes: 30, sessionMostHours: 12 })
    for (const [opened, used, holds] of [
      ['11 hours', '29 minutes', true],
      ['11 hours', '30 minutes', false],
      ['12 hours', '1 minute', false],
    ] as const) {
      const { token, id } = await f.person(['sales'])
      await rowsOf('update account_sessions set opened_at = now() - $2::interval, last_used_at = now() - $3::interval where user_id = $1', [
        id,
        opened,
        used,
      ])
      expect([opened, used, await isIn(token), await isIn(token)]).toEqual([opened, used, holds, holds])
      expect(await rowsOf('select 1 from users_sessions where _parent_id = $1', [id])).toHaveLength(holds ? 1 : 0)
    }
    await f.settings('security-settings', { sessionIdleMinutes: 480, sessionMostHours: 168 })
  })
})

describe('keys of programs', () => {
  const make = (by: Person, more: Record<string, unknown> = {}) =>
    app.api.post('/users/api-keys', { token: by.token, body: { name: 'ERP', days: 30, currentPassword: password, ...more } })
  const as = (key: string) => ({ headers: { Authorization: `users API-Key ${key}` } })

  test('are made by the server, shown once, hashed, and speak in their owner’s name', async () => {
    const somebody = await f.person(['sales'])
    expect((await make(somebody, { currentPassword: 'wrong-password-1' })).status).toBe(400)
    const made = await make(somebody)
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ key: expect.stringMatching(/^gdn_[0-9a-f]{8}_[\w-]{43}$/), readOnly: true, doors: null })]) // prettier-ignore
    const key = made.body.key as string
    expect((await app.api.get('/users/me', as(key))).body.user).toMatchObject({ id: somebody.id })
    expect((await app.api.get('/users/me', as(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`))).body.user).toBeNull()
    const account = done(await app.api.get(`/users/${somebody.id}/account`, { token: somebody.token }))
    expect(account.keys).toEqual([
      expect.objectContaining({ name: 'ERP', prefix: key.slice(0, 12), lastUsedAt: expect.any(String), endedAt: null }),
    ])
    expect(JSON.stringify([account, await rowsOf('select to_jsonb(k) as k from account_keys k')])).not.toContain(key.slice(13))
  })

  test('open what they were made for, and never the account itself', async () => {
    const { boss } = f
    const reader = (await make(boss)).body.key as string
    const order = await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
    expect((await app.api.get(`/orders/${order.id}`, as(reader))).status).toBe(200)
    const refused = await app.api.post(`/orders/${order.id}/submit`, { ...as(reader), body: {} })
    expect([refused.status, codesOf(refused)]).toEqual([403, ['KEY_SCOPE']])
    expect((await app.api.graphql('mutation { deleteOrder(id: 1) { id } }', as(reader))).body.data?.deleteOrder ?? null).toBeNull()
    expect((await app.api.graphql('{ Orders { totalDocs } }', as(reader))).body.data?.Orders ?? null).toBeNull()

    const submits = (await make(boss, { readOnly: false, doors: ['orders/submit'] })).body.key as string
    const seen = await app.api.get(`/orders/${order.id}?depth=2`, as(submits))
    expect([seen.status, typeof seen.body.customer]).toEqual([200, 'number']) // and nothing of the customer
    expect((await app.api.get('/customers', as(submits))).status).toBe(403)
    expect((await app.api.patch(`/orders/${order.id}`, { ...as(submits), body: { remark: 'x' } })).status).toBe(403)
    expect((await app.api.post(`/orders/${order.id}/submit`, { ...as(submits), body: {} })).status).toBe(200)

    const everything = (await make(boss, { readOnly: false })).body.key as string
    for (const [path, body] of [
      ['/users/api-keys', { name: 'x', days: 1, currentPassword: password }],
      [`/users/${boss.id}/sessions/end`, {}],
      ['/users/second-factor/begin', { currentPassword: password }],
      ['/users/logout', {}],
    ] as const)
      expect([path, (await app.api.post(path, { ...as(everything), body })).status]).toEqual([path, 403])
    expect((await app.api.patch(`/users/${boss.id}`, { ...as(everything), body: { password: 'Green screws, please', currentPassword: password } })).status).toBe(403) // prettier-ignore
    for (const doors of [['nothing-there'], ['users'], [], ['orders/../users']])
      expect([doors, (await make(boss, { doors })).status]).toEqual([doors, 400])
    expect((await make(boss, { days: 400 })).status).toBe(400)
  })

  test('end by themselves, by their owner, and with his password, roles and account; the platform’s own are none', async () => {
    const works = async (key: string) => Boolean((await app.api.get('/users/me', as(key))).body.user)
    const endings: Record<string, (person: Person, id: number) => Promise<unknown>> = {
      late: (_person, id) => rowsOf(`update account_keys set expires_at = now() where id = $1`, [id]),
      asked: async (person, id) => done(await app.api.post(`/users/${person.id}/api-keys/${id}/end`, { token: person.token, body: {} })),
      administrator: async (person, id) =>
        done(await app.api.post(`/users/${person.id}/api-keys/${id}/end`, { token: f.admin.token, body: {} })),
      password: async (person) => done(await change(f.admin, person.id, { password: 'Green screws, please' })),
      roles: async (person) => done(await change(f.admin, person.id, { roles: ['sales', 'pmc'] })),
      account: async (person) => done(await change(f.admin, person.id, { disabled: true })),
    }
    for (const [why, ends] of Object.entries(endings)) {
      const somebody = await f.person(['sales'])
      const { key, id } = (await make(somebody)).body as { key: string; id: number }
      const before = await works(key)
      await ends(somebody, id)
      expect([why, before, await works(key)]).toEqual([why, true, false])
    }
    const somebody = await f.person(['sales'])
    for (const by of [somebody, f.admin]) await change(by, somebody.id, { enableAPIKey: true, apiKey: 'my-own-key-0123456789' })
    expect((await app.api.get('/users/me', as('my-own-key-0123456789'))).body.user).toBeNull()
    expect(await rowsOf('select 1 from users where api_key is not null')).toEqual([])
  })

  test('are made only by who shows his second factor', async () => {
    const somebody = await f.person(['sales'])
    const { secret } = done(
      await app.api.post('/users/second-factor/begin', { token: somebody.token, body: { currentPassword: password } }),
    )
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    done(await app.api.post('/users/second-factor/confirm', { token: somebody.token, body: { code: code() } }))
    expect(codesOf(await make(somebody))).toEqual(['SECOND_FACTOR_REQUIRED'])
    await rowsOf('update account_factors set last_step = null where user_id = $1', [somebody.id])
    const made = await make(somebody, { code: code() })
    expect(made.status).toBe(201)
    expect((await app.api.get('/users/me', as(made.body.key))).body.user).toMatchObject({ id: somebody.id }) // a program shows none
  })
})

describe('sign-in by a provider', () => {
  /** The whole way there and back, as a browser goes it; what came back, and where it leads. */
  async function signIn(login: string, altered: (search: URLSearchParams) => void = () => undefined) {
    const begun = await app.api.get('/users/oidc/start?to=/admin/follow-up')
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
    const back = await provider.signIn(begun.headers.get('location') ?? '', login)
    altered(back.searchParams)
    const answer = await app.api.get(`/users/oidc/callback${back.search}`, { headers: { cookie } })
    const token = /payload-token=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
    return { begun, cookie, back, answer, token, to: answer.headers.get('location') ?? '' }
  }
  const person = async (name: string, roles: ['sales'] | ['finance'] = ['sales']) =>
    app.payload.create({
      collection: 'users',
      data: { email: `${name}@factory.example`, password, name, roles, language: 'zh' },
      overrideAccess: true,
    })

  test('opens the account of a verified address with code, PKCE, state and nonce, and keeps to it by the subject', async () => {
    const { id } = await person('wang')
    const { begun, answer, token, to, back, cookie } = await signIn('wang+verified')
    const asked = new URL(begun.headers.get('location') ?? '').searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.any(String),
      nonce: expect.any(String),
    })
    expect(begun.headers.get('set-cookie')).toMatch(/HttpOnly.*|Secure.*/)
    expect([answer.status, to]).toEqual([302, 'https://gendan.factory.test/admin/follow-up'])
    expect((await app.api.get('/users/me', { token: token ?? '' })).body.user).toMatchObject({ id })
    const replayed = await app.api.get(`/users/oidc/callback${back.search}`, { headers: { cookie } })
    expect([replayed.headers.get('location'), replayed.headers.get('set-cookie')]).toEqual(['https://gendan.factory.test/admin/login?refused=provider', expect.not.stringContaining('payload-token=')]) // prettier-ignore
    done(await change(f.admin, id, { email: 'wang.new@factory.example' }))
    const again = await signIn('wang+verified')
    expect((await app.api.get('/users/me', { token: again.token ?? '' })).body.user).toMatchObject({ id })
    const account = done(await app.api.get(`/users/${id}/account`, { token: f.admin.token }))
    expect(account.sessions[0]).toMatchObject({ way: 'provider', withFactor: false })
  })

  test('makes no account and gives no right; an address nobody verified, and whoever has left, open nothing', async () => {
    const before = await app.payload.count({ collection: 'users', overrideAccess: true })
    await person('zhao')
    const left = await person('qian')
    done(await change(f.admin, left.id, { disabled: true }))
    for (const login of ['nobody+verified', 'zhao+unverified', 'qian+verified']) {
      const { token, to } = await signIn(login)
      expect([login, token, to]).toEqual([login, undefined, 'https://gendan.factory.test/admin/login?refused=unknown'])
    }
    expect((await app.payload.count({ collection: 'users', overrideAccess: true })).totalDocs).toBe(before.totalDocs + 2)
  })

  test('what was altered on the way, or begun by another browser, opens nothing', async () => {
    await person('sun')
    for (const altered of [
      (search: URLSearchParams) => search.set('state', 'x'),
      (search: URLSearchParams) => search.set('code', 'x'),
      (search: URLSearchParams) => search.set('iss', 'https://evil.test'),
    ])
      expect((await signIn('sun+verified', altered)).token).toBeUndefined()
    const [victim, attacker] = [await signIn('sun+verified'), await signIn('sun+verified')]
    const mixed = await app.api.get(`/users/oidc/callback${attacker.back.search}`, { headers: { cookie: victim.cookie } })
    expect(mixed.headers.get('set-cookie')).not.toContain('payload-token=')
    expect((await app.api.get('/users/oidc/start?to=https://evil.test')).status).toBe(302)
  })

  test('a second factor is asked for where roles need one, unless the provider has asked for it', async () => {
    const { id, email } = await person('li', ['finance'])
    await f.settings('security-settings', { secondFactorRoles: ['finance'] })
    try {
      const trusted = await signIn('li+verified+mfa')
      expect((await app.api.get('/users/me', { token: trusted.token ?? '' })).body.user).toMatchObject({ id })
      const { token, to } = await signIn('li+verified')
      expect(token).toBeUndefined()
      const sso = to.split('#')[1] ?? ''
      const enter = (body: Record<string, unknown>) => app.api.post('/users/oidc/enter', { body: { sso, ...body } })
      const told = await enter({})
      expect(codesOf(told)).toEqual(['SECOND_FACTOR_SETUP'])
      const { ticket } = findingOf(told, 'SECOND_FACTOR_SETUP')?.facts as { ticket: string }
      const { secret } = done(await app.api.post('/users/second-factor/begin', { body: { ticket } }))
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
      done(await app.api.post('/users/second-factor/confirm', { body: { ticket, code } }))
      expect(codesOf(await enter({ code }))).toEqual(['SECOND_FACTOR_WRONG'])
      const entered = await enter({ ticket })
      expect([entered.status, entered.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('payload-token=')])
      expect((await app.api.post('/users/oidc/enter', { body: { sso: `${sso}x` } })).status).toBe(401)
      expect((await logIn(email, password)).status).toBe(401)
    } finally {
      await f.settings('security-settings', { secondFactorRoles: [] })
    }
  })
})
