import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { accountDoors } from '../support/accountDoors'
import { startApp, type TestApp } from '../support/app'
import { done, type Factory, findingOf, openFactory } from '../support/story'

/** Passwords, and the links by which they are set. */
let app: TestApp
let f: Factory
const password = 'Rivet-2026-ok'
const { rowsOf, mailsTo, logIn, change } = accountDoors(() => app)

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent', SERVER_URL: 'https://gendan.factory.test/' } })
  f = await openFactory(app)
})
afterAll(() => app.close())

describe('passwords', () => {
  test('one’s own is changed only by who knows the one in force; nothing of it is kept beside', async () => {
    const somebody = await f.person(['sales'])
    const next = 'Blue screws, please'
    for (const currentPassword of [undefined, '', 'wrong-password-1', { $ne: '' }]) {
      const refused = await change(somebody, somebody.id, { password: next, currentPassword })
      expect([refused.status, findingOf(refused, 'INVALID_INPUT')?.path]).toEqual([400, 'currentPassword'])
    }
    done(await change(somebody, somebody.id, { password: next, currentPassword: password }))
    expect([(await logIn(somebody.email, password)).status, (await logIn(somebody.email, next)).status]).toEqual([401, 200])
    const log = await rowsOf('select changes from audit_log where slug = $1 and document_id = $2', ['users', String(somebody.id)])
    expect(JSON.stringify(log)).not.toMatch(/Rivet-2026|Blue screws/)
    const others = await app.api.graphql(`mutation { updateUser(id: ${somebody.id}, data: { password: "Red screws, please" }) { id } }`, {
      token: somebody.token,
    })
    expect(others.body.errors).toHaveLength(1)
  })

  test('none of the last five is taken again, the sixth is; an administrator is held to it as well', async () => {
    const somebody = await f.person(['sales'])
    const words = ['first', 'second', 'third', 'fourth', 'fifth'].map((word) => `The ${word} blue screw`)
    for (const word of words) done(await change(f.admin, somebody.id, { password: word }))
    for (const word of words) {
      const refused = await change(f.admin, somebody.id, { password: word })
      expect([word, findingOf(refused, 'INVALID_INPUT')?.facts['why']]).toEqual([word, 'former'])
    }
    done(await change(f.admin, somebody.id, { password }))
  })

  test('it does not name its owner, his address or the company, in Chinese or as it sounds', async () => {
    await f.settings('company', { name: '宏达五金有限公司 Hongda Metal' })
    const lifang = done(
      await app.api.post('/users', {
        token: f.admin.token,
        body: { name: '李芳', email: 'fang.li@factory.example', roles: ['sales'], language: 'zh', password: 'Green screws, please' },
      }),
    )
    const why = async (word: string) => findingOf(await change(f.admin, lifang.id, { password: word }), 'INVALID_INPUT')?.facts['why']
    for (const word of [
      'lifang and the screws',
      'Screws of FANG, 2026',
      'hongda-screws-26',
      '三号车间靠窗的李芳的机器',
      '宏达五金的三号车间靠窗那边',
    ])
      expect([word, await why(word)]).toEqual([word, 'own'])
    expect(await why('Administrator1')).toBe('common')
    expect(await why('qwertyuiop1234')).toBe('run')
    await f.settings('company', { name: '跟单 Gendan' })
  })
})

describe('sessions', () => {
  const isIn = async (token: string) => done(await app.api.get('/users/me', { token })).user !== null
  const post = (path: string, token: string) => app.api.post(`/users${path}`, { token, body: {} })

  test('whoever logs in on several machines at once is logged in on all of them, and what was changed of him meanwhile stays', async () => {
    const one = await f.person(['sales'])
    const [...answers] = await Promise.all([
      ...Array.from({ length: 5 }, () => logIn(one.email, password)),
      change(f.admin, one.id, { name: '林小姐' }),
    ])
    const tokens = answers.slice(0, 5).map((answer) => String((done(answer) as { token?: string }).token))
    expect(new Set(tokens).size).toBe(5)
    expect(await Promise.all([one.token, ...tokens].map(isIn))).toEqual(Array(6).fill(true))
    expect((await f.read('users', one.id, f.admin)).name).toBe('林小姐')

    // one renewed, one ended, one opened, all in the same moment
    const [renewed, ended, ...others] = tokens as [string, string, ...string[]]
    const at = await Promise.all([post('/refresh-token', renewed), post('/logout', ended), logIn(one.email, password)])
    expect(at.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await isIn(ended)).toBe(false)
    expect(await Promise.all([renewed, ...others, String(at[2].body['token'])].map(isIn))).toEqual(Array(5).fill(true))
  })
})

describe('links', () => {
  const tokenIn = (mail: string): string => /https:\/\/gendan\.factory\.test\/admin\/set-password#([\w-]{43})/.exec(mail)?.[1] ?? ''

  test('a forgotten password is set by a link: absolute, once, for a while, and nowhere readable in the database', async () => {
    const somebody = await f.person(['sales'])
    const ask = () => app.api.post('/users/forgot-password', { body: { email: somebody.email.toUpperCase() }, headers: { host: 'evil.test', 'x-forwarded-host': 'evil.test' }, language: 'en' }) // prettier-ignore
    const known = await ask()
    const unknown = await app.api.post('/users/forgot-password', { body: { email: 'nobody@factory.example' }, language: 'en' })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    const [mail = '', ...more] = await mailsTo(somebody.email)
    expect([more, await mailsTo('nobody@factory.example')]).toEqual([[], []])
    expect(mail).not.toContain('evil.test')
    const token = tokenIn(mail)
    expect(token).not.toBe('')
    const kept = await rowsOf('select to_jsonb(o) as row from outbox o union all select to_jsonb(l) from account_links l union all select to_jsonb(u) from users u') // prettier-ignore
    expect(JSON.stringify(kept)).not.toContain(token)

    await ask() // a second one within the minute is not sent
    expect(await mailsTo(somebody.email)).toHaveLength(1)

    const settle = (word: string) => app.api.post('/users/reset-password', { body: { token, password: word } })
    expect((await settle('Password1234!')).status).toBe(400) // refused words do not use the link up
    const set = await settle('Yellow screws, please')
    expect([set.status, set.body]).toEqual([200, { email: somebody.email }]) // and it logs nobody in
    expect(set.headers.get('set-cookie')).toBeNull()
    expect((await settle('Violet screws, please')).status).toBe(403)
    expect((await app.api.get('/users/me', { token: somebody.token })).body.user).toBeNull()
    expect((await logIn(somebody.email, 'Yellow screws, please')).status).toBe(200)
  })

  test('a link out of date, of one who has left, or followed by another, opens nothing', async () => {
    const [late, gone, twice] = [await f.person(['sales']), await f.person(['sales']), await f.person(['sales'])]
    const tokens: string[] = []
    for (const { email } of [late, gone, twice]) {
      await app.api.post('/users/forgot-password', { body: { email } })
      tokens.push(tokenIn((await mailsTo(email))[0] ?? ''))
    }
    await rowsOf(`update account_links set expires_at = now() - interval '1 second' where user_id = $1`, [late.id])
    done(await change(f.admin, gone.id, { disabled: true }))
    done(await app.api.post(`/users/${twice.id}/invite`, { token: f.admin.token }))
    for (const token of tokens)
      expect((await app.api.post('/users/reset-password', { body: { token, password: 'Yellow screws, please' } })).status).toBe(403)
    const [, invitation = ''] = await mailsTo(twice.email)
    const token = tokenIn(invitation)
    expect((await app.api.post('/users/reset-password', { body: { token, password: 'Yellow screws, please' } })).status).toBe(200)
  })

  test('an account is made by an invitation; only administrators invite', async () => {
    const body = { name: '王新', email: 'wang.xin@factory.example', roles: ['sales'], language: 'en' }
    expect((await app.api.post('/users/invite', { body })).status).toBe(401)
    expect((await app.api.post('/users/invite', { body, token: f.boss.token })).status).toBe(403)
    expect((await app.api.post('/users/invite', { body: { ...body, roles: ['king'] }, token: f.admin.token })).status).toBe(400)
    const made = done(await app.api.post('/users/invite', { body, token: f.admin.token }))
    const [mail = ''] = await mailsTo(body.email)
    expect(mail).toContain('An account was made for you')
    done(await app.api.post('/users/reset-password', { body: { token: tokenIn(mail), password: 'Yellow screws, please' } }))
    expect((await logIn(body.email, 'Yellow screws, please')).body.user).toMatchObject({ id: made.id, name: '王新' })
  })

  test('GraphQL has no door of its own to passwords', async () => {
    for (const query of [
      `mutation { forgotPasswordUser(email: "${f.clerk.email}") }`,
      'mutation { resetPasswordUser(token: "a", password: "Yellow screws, please") { token } }',
    ])
      expect((await app.api.graphql(query)).body.errors).toHaveLength(1)
    expect(await rowsOf('select 1 from users where reset_password_token is not null')).toEqual([])
  })
})
