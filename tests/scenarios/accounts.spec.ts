import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'

import { accountDoors } from '../support/accountDoors'
import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'

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

  test('a link on its way ends with the address it went to, with another password, and with the account, which does not bring it back', async () => {
    const ends: Record<string, (id: number) => Promise<unknown>> = {
      address: async (id) => done(await change(f.admin, id, { email: `moved${id}@factory.example` })),
      password: async (id) => done(await change(f.admin, id, { password: 'Violet screws, please' })),
      account: async (id) => {
        for (const disabled of [true, false]) done(await change(f.admin, id, { disabled }))
      },
      nothing: async (id) => done(await change(f.admin, id, { language: 'en' })),
    }
    for (const [way, end] of Object.entries(ends))
      for (const ask of ['forgot-password', 'invite']) {
        const { id, email } = await f.person(['sales'])
        if (ask === 'invite') done(await app.api.post(`/users/${id}/invite`, { token: f.admin.token }))
        else await app.api.post('/users/forgot-password', { body: { email } })
        const token = tokenIn((await mailsTo(email)).at(-1) ?? '')
        expect(token).not.toBe('')
        await end(id)
        const { status } = await app.api.post('/users/reset-password', { body: { token, password: 'Yellow screws, please' } })
        expect([way, ask, status]).toEqual([way, ask, way === 'nothing' ? 200 : 403])
      }
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

/** What one administrator alone may do to an account by which somebody could act as a person there is not; each is told at once. */
describe('a straw man is loud at once', () => {
  const noticesOf = async (person: { token: string }) =>
    (done(await app.api.get('/notifications?limit=100&depth=0&sort=id&where[kind][equals]=security', { token: person.token })).docs as Array<{ title: string; text: string }>) // prettier-ignore
  const create = async (body: Record<string, unknown>) =>
    done(await app.api.post('/users', { token: f.admin.token, body: { name: '赵虚', roles: ['sales'], language: 'zh', ...body } }))

  test('whoever else confirms rights is told who made which account with which roles: in the application and by mail, whatever he has chosen', async () => {
    const second = await f.person(['admin'], { language: 'en', mutedNotifications: ['security'], emailNotifications: false })
    const before = [(await noticesOf(f.admin)).length, (await noticesOf(f.clerk)).length]
    const made = await create({ email: 'straw@factory.example', roles: ['salesManager', 'warehouse'], sellBelowMinimum: true, releaseQuota: 90_000, password }) // prettier-ignore
    const [told] = (await noticesOf(f.boss)).slice(-1)
    expect(told?.title).toMatch(/新建账号、设置密码：赵虚$/)
    for (const word of ['straw@factory.example', '业务经理、仓库', '可低于最低售价', '90000', '操作日志'])
      expect(told?.text).toContain(word)
    const [english] = (await noticesOf(second)).slice(-1)
    expect(english?.title).toMatch(/made the account, set its password: 赵虚$/)
    expect(english?.text).toMatch(/Sales manager, Warehouse.*May sell below minimum/)
    for (const { email } of [f.boss, second]) expect((await mailsTo(email)).join()).toContain('straw@factory.example') // prettier-ignore
    // not who did it, not whom it is about, nobody else
    expect([(await noticesOf(f.admin)).length, (await noticesOf(f.clerk)).length]).toEqual(before)
    const himself = { token: await app.api.login(made.email, password) }
    expect(await noticesOf(himself)).toEqual([])
    done(await app.api.post('/users/invite', { token: f.admin.token, body: { name: '郑请', email: 'zheng@factory.example', roles: ['sales'], language: 'zh' } })) // prettier-ignore
    expect((await noticesOf(f.boss)).at(-1)?.title).toMatch(/ 新建账号：郑请$/)
  })

  test('who leaves out those who could be the second person is not alone at once: they hear of it, and for a week he decides nothing by himself', async () => {
    const one = await f.person(['admin'], { name: '甲管' })
    const [second, head] = [await f.person(['admin'], { name: '乙管' }), await f.person(['generalManager'], { name: '丙总' })]
    await f.approvedOrder((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
    await f.settings('order-settings', { fourEyes: true })
    const kept = await rowsOf<{ id: number }>(`select id from users where disabled is not true and id <> all($1::int[]) and id in (select parent_id from users_roles where value in ('admin', 'generalManager'))`, [[one.id, second.id, head.id]]) // prettier-ignore
    await rowsOf('update users set disabled = true where id = any($1::int[])', [kept.map(({ id }) => id)])
    try {
      done(await change(one, second.id, { disabled: true }))
      expect((await noticesOf(head)).at(-1)?.title).toMatch(/停用账号：乙管$/)
      expect((await mailsTo(second.email)).at(-1)).toContain('甲管 停用账号：乙管')
      done(await change(one, head.id, { roles: ['sales'] }))
      expect((await mailsTo(head.email)).at(-1)).toMatch(/甲管 取消管理身份、增加权限：丙总/)
      // nobody is left; a straw man with figures of the house, a setting and an administrator are refused all the same
      const gains = async () => [
        codesOf(await app.api.post('/users', { token: one.token, body: { name: '假人', email: 'nobody@factory.example', roles: ['finance'], password, language: 'zh' } })), // prettier-ignore
        codesOf(await change(one, head.id, { roles: ['admin'] })),
        codesOf(await app.api.post('/globals/credit-settings', { token: one.token, body: { action: 'warn' } })),
      ]
      expect(await gains()).toEqual([['FOUR_EYES'], ['FOUR_EYES'], ['FOUR_EYES']])
      // a week later a house that has only one left goes on with one
      const client = new pg.Client({ connectionString: app.database.url })
      await client.connect()
      await client.query(`set session_replication_role = replica`)
      await client.query(`update audit_log set at = at - interval '8 days' where user_id = $1`, [one.id])
      await client.end()
      expect((await gains())[1]).toEqual([])
    } finally {
      await rowsOf('update users set disabled = false where id = any($1::int[])', [[...kept.map(({ id }) => id), second.id]])
      await rowsOf(`update order_settings set four_eyes = false`)
    }
  })

  test('every other way to an account one can act through is told, by whichever door; what opens nothing is not', async () => {
    const told = async (deed: () => Promise<{ status: number }>): Promise<string[]> => {
      const before = (await noticesOf(f.boss)).length
      expect((await deed()).status).toBe(200)
      return (await noticesOf(f.boss)).slice(before).map(({ title }) => title.replace(/^\S+ /, ''))
    }
    const { id } = await f.person(['sales'], { name: '钱实' })
    const owner = { token: await app.api.login((await f.person(['sales'])).email, password) }
    expect(await told(() => change(f.admin, id, { roles: ['sales', 'salesManager'] }))).toEqual(['增加权限：钱实'])
    expect(await told(() => change(f.admin, id, { sellBelowMinimum: true }))).toEqual(['增加权限：钱实'])
    expect(await told(() => change(f.admin, id, { password: 'Yellow screws, please' }))).toEqual(['设置密码：钱实'])
    expect(await told(() => change(f.admin, id, { email: 'qian@factory.example' }))).toEqual(['修改邮箱：钱实'])
    expect(await told(() => change(f.admin, id, { disabled: true }))).toEqual([])
    expect(await told(() => change(f.admin, id, { password: 'Orange screws, please' }))).toEqual([])
    expect(await told(() => change(f.admin, id, { disabled: false }))).toEqual(['重新启用：钱实'])
    expect(await told(() => change(f.admin, id, { language: 'en', sellBelowMinimum: false }))).toEqual([])
    const mutation = `mutation { updateUser(id: ${id}, data: { mergeCustomers: true }) { id } }`
    expect(await told(() => app.api.graphql(mutation, { token: f.admin.token }))).toEqual(['增加权限：钱实'])
    // whose password another sets hears of it himself
    const his = { token: await app.api.login('qian@factory.example', 'Orange screws, please') }
    expect((await noticesOf(his)).map(({ title }) => title)).toEqual([expect.stringMatching(/设置密码：钱实$/)])
    expect(await noticesOf(owner)).toEqual([])
    const file = new FormData()
    file.set(
      'file',
      new Blob(['name,email,roles\n孙一,sun@factory.example,sales\n李二,li@factory.example,warehouse\n周三,zhou@factory.example,\n']),
      'users.csv',
    )
    expect(await told(async () => app.api.post('/import/users', { token: f.admin.token, body: file }))).toEqual(['新建账号：2'])
    expect((await noticesOf(f.boss)).at(-1)?.text).toMatch(/sun@factory.example.*业务员[^]*li@factory.example.*仓库/)
  })
})
