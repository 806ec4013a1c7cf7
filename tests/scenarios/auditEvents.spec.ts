import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { recordHistory } from '@/hooks/recordHistory'
import { recordMasterChange, recordMasterDeletion, recordSettingsChange } from '@/hooks/recordMasterChange'
import { allKinds } from '@/src/domain/kinds'
import { doingWords } from '@/src/domain/words/inputWords'
import { inTransaction } from '@/src/db/transaction'
import { appendAuditLines } from '@/src/ledger/auditLog'
import { lineText } from '@/src/ledger/auditSeal'
import { query, sql } from '@/src/ledger/query'

import { accountDoors } from '../support/accountDoors'
import type { TestApp } from '../support/app'
import { auditedEvents as events, openHouse } from '../support/auditedEvents'
import { onePlace } from '../support/fromOnePlace'
import { done, type Factory } from '../support/story'

let app: TestApp
let f: Factory
let close: () => Promise<void>
const { rowsOf } = accountDoors(() => app)

beforeAll(async () => {
  ;({ app, f, close } = await openHouse())
})
afterAll(() => close())

type Line = {
  id: number
  slug: string
  verb: string
  user: number | null
  documentId: string | null
  no: string | null
  client: string
  at: string
}

describe('everything that is to be on record leaves its line: who, from where, when, about what, in words', () => {
  test.each(events)('%s', async (_event, line, act) => {
    const [slug = '', verb = ''] = line.split(' ')
    const [{ last } = { last: 0 }] = await rowsOf<{ last: number }>('select coalesce(max(id), 0)::int as last from audit_log')
    const begun = Date.now()
    const { by, of, told } = await act()
    const { docs } = done(await app.api.get(`/audit-log?depth=0&limit=100&sort=-id&where[id][greater_than]=${String(last)}&where[slug][equals]=${slug}&where[verb][equals]=${verb}`, { token: f.admin.token })) // prettier-ignore
    const lines = (docs as unknown as Line[]).filter(({ documentId }) => of === undefined || documentId === String(of.id))
    expect(lines.map(({ user: who }) => who)).toContain(by?.id ?? null)
    const found = lines.find(({ user: who }) => who === (by?.id ?? null))!
    expect(found.client).toBe(onePlace)
    expect([Date.parse(found.at) >= begun - 1000, Date.parse(found.at) <= Date.now() + 1000]).toEqual([true, true])
    for (const language of ['zh', 'en'] as const) {
      const one = done(await app.api.get(`/audit-log/${String(found.id)}?depth=0`, { token: f.admin.token, language })) as unknown as Record<'kindTold' | 'verbTold' | 'noTold' | 'reasonTold', string> & { changes: Array<{ message: string }> } // prettier-ignore
      expect([one.kindTold, one.verbTold].filter((word) => !word || word === slug || word === verb)).toEqual([])
      const said = Object.values(one.changes).map(({ message }) => message).filter(Boolean) // prettier-ignore
      if (language === 'zh' && told) expect([...said, one.reasonTold ?? '', one.noTold ?? ''].join('\n')).toMatch(told)
    }
    expect(JSON.stringify(docs)).not.toMatch(/Rivet-2026|Blue screws|secret of (sixteen|ours)/)
  })
})

/** Collections whose records leave no line of their own, and why. */
const quiet: Readonly<Record<string, string>> = {
  'quote-links': 'made, sent and revoked by steps of the quote',
  'order-lists': 'what a customer confirmed is a step of the quote',
  'order-revisions': 'written by steps of the order',
  'order-reviews': 'answers are steps of the order',
  'stock-balances': 'a book: follows from documents',
  'stock-entries': 'a book: follows from documents',
  'prepared-files': 'asked for and downloaded: lines of their own',
  notifications: 'one’s own marks of having read',
  'document-notes': 'a note says itself who wrote it, and when, and is not changed',
  'audit-log': 'the log',
  outbox: 'mails of steps; sending again is a line',
}
/** Doors that write or hand something out, and the event whose line they leave. */
const doors: Readonly<Record<string, string>> = {
  'post /:id/mail': 'a sheet that is mailed',
  'get /:id/print': 'a print',
  'post /:id/:verb': 'a document approved',
  'post /bulk/:verb': 'a document approved',
  'post /:id/change-payer': 'another payer',
  'post /hand-over': 'customers handed over',
  'post /:id/merge': 'a customer merged',
  'post /:id/create-quote': 'a document entered',
  'post /:id/create-order': 'a document entered',
  'post /reset-password': 'a password by a link',
  'post /invite': 'an account made',
  'post /:id/invite': 'an invitation',
  'post /second-factor/confirm': 'a second factor set up',
  'post /second-factor/codes': 'recovery codes renewed',
  'post /second-factor/remove': 'a second factor taken away',
  'post /:id/second-factor/reset': 'a second factor reset',
  'post /:id/sessions/end': 'a session ended by another',
  'post /api-keys': 'a key made',
  'post /:id/api-keys/:key/end': 'a key ended',
  'post /oidc/enter': 'a log-in',
  'get /oidc/callback': 'an identity outside',
  'post /login': 'a log-in',
  'post /logout': 'a log-out',
  'post /unlock': 'an account unlocked',
  'post /:id/calls/resend': 'calls sent again',
  'post /:id/calls/try': 'a trial call',
  'post /:id/confirm': 'a subscriber confirmed',
  'get /:id/file': 'a prepared file downloaded',
  'post /import/:kind': 'an import',
  'post /lists/:slug/prepare': 'a list exported in the background',
  'get /lists/:slug/export': 'a list exported',
  'post /reports/:name/prepare': 'a report written in the background',
  'get /reports/:name': 'a report exported',
  'get /price-book': 'a price book',
  'post /export': 'the company taken out',
  'get /public/quotes/:token': 'a customer opens his page',
  'get /public/quotes/:token/pdf': 'a customer opens his page',
  'post /public/quotes/:token/confirm': 'a document approved',
  'post /system/mails': 'mails sent again',
  'post /setup/demonstration': 'an import',
  'post /credit-rating': 'a document entered',
}
/** Doors that leave no line, and why. */
const silent: Readonly<Record<string, string>> = {
  'post /check': 'asks what would be',
  'get /file/:filename': 'shown on the screen to whoever may open its record',
  'post /access/:id': 'asks what one may',
  'post /access': 'asks what one may',
  'post /pricing/resolve': 'asks for a price',
  'post /texts-preview': 'shows a text',
  'post /lookup/:kind': 'looks codes up',
  'post /import/:kind/inspect': 'looks at a file and keeps nothing',
  'post /import/:kind/errors': 'gives the asker’s own rows back',
  'post /forgot-password': 'changes nothing; the mail is in the outbox, the password set by it a line',
  'post /second-factor/begin': 'is in force once it is confirmed',
  'post /refresh-token': 'the session goes on',
  'post /first-register': 'closed',
  'post /:id/cancel': 'one’s own file that is not written any more',
  'post /notes/:id/done': 'a note says itself who wrote it and who has done it',
  'post /notes/:slug/:id': 'a note says itself who wrote it, and when',
  'post /:key': 'how one’s own screens look',
  'delete /:key': 'how one’s own screens look',
  'post /:id/duplicate': 'of the platform’s own tables, closed',
}

/** Every place that writes into the log, in the order of its file, and the event it writes of. */
const places: Readonly<Record<string, readonly string[]>> = {
  'hooks/masters/judgeWebhook.ts': ['a signing secret'],
  'hooks/masters/recordCredentials.ts': ['a password by a link', 'an account unlocked', 'another’s password'],
  'hooks/masters/userSessions.ts': ['a session ended by another', 'a log-in', 'a log-out'],
  'hooks/recordHistory.ts': ['a document saved'],
  'hooks/recordMasterChange.ts': ['a master changed', 'a master deleted', 'settings'],
  'src/accounts/apiKeys.ts': ['a key used', 'a log-in that failed'],
  'src/accounts/enter.ts': ['a log-in'],
  'src/accounts/renewWaysIn.ts': ['ways in made anew'],
  'src/accounts/sessions.ts': ['a session ended by another'],
  'src/accounts/tellOwner.ts': ['a second factor set up'],
  'src/api/accounts/apiKeys.ts': ['a key ended'],
  'src/api/accounts/passwordLinks.ts': ['an invitation', 'an invitation'],
  'src/api/accounts/provider.ts': [
    'an identity outside',
    'a log-in that failed',
    'a log-in that failed',
    'a code asked for',
    'a log-in that failed',
  ],
  'src/api/auditExport.ts': ['a report exported'],
  'src/api/demonstration.ts': ['an import'],
  'src/api/documents/bulk.ts': ['a step that was refused'],
  'src/api/lists.ts': ['a list exported'],
  'src/api/outside.ts': ['calls sent again', 'a trial call', 'a subscriber confirmed'],
  'src/api/preparedFiles.ts': ['the company taken out', 'a prepared file downloaded'],
  'src/api/priceBook.ts': ['a price book'],
  'src/api/prints/mailSheet.ts': ['a sheet that is mailed'],
  'src/api/prints/print.ts': ['a print'],
  'src/api/quotePage/confirm.ts': ['a step that was refused'],
  'src/api/quotePage/index.ts': ['a customer opens his page'],
  'src/api/recordRefusals.ts': ['a step that was refused', 'a step that was refused'],
  'src/api/system.ts': ['mails sent again'],
  'src/engine/audit.ts': ['a document saved', 'a master changed', 'a document saved', 'a sale below the minimum by right'],
  'src/imports/adventureworks/importAdventureWorks.ts': ['by command: its own story'],
  'src/imports/engine/runImport.ts': ['an import'],
  'src/imports/masters/createRecords.ts': ['a record that came by it'],
  'src/imports/masters/listWrites.ts': ['a master changed'],
  'src/ledger/facets.ts': ['an order closed by the books'],
  'src/ledger/pricePolicies.ts': ['prices of an adjustment'],
  'src/server/commands/bench/verify.ts': ['by command: a measurement'],
  'src/usecases/customers/categoryTerms.ts': ['what a customer takes from his category'],
  'src/usecases/customers/changePayer.ts': ['another payer'],
  'src/usecases/customers/handOver.ts': ['customers handed over'],
  'src/usecases/customers/mergeCustomers.ts': ['a customer merged'],
  'src/usecases/pricing/keepPriceReleases.ts': ['a sale below the minimum by right'],
}

describe('nothing happens beside the table', () => {
  const plain = (path: string) => path.replace(/\(\\d\+\)|\(\.\*\)|\?$/g, '')

  test('every record that is made, changed or deleted leaves a line, or a reason why not; so does every setting', () => {
    const { collections, globals } = app.payload.config
    const own = collections.filter(({ slug }) => !slug.startsWith('payload-'))
    const kinds = new Set<string>(allKinds.map(({ slug }) => slug))
    for (const { slug, hooks } of own) {
      const isTold = kinds.has(slug) ? hooks.afterChange.includes(recordHistory) : hooks.afterChange.includes(recordMasterChange)
      expect([slug, isTold]).toEqual([slug, !(slug in quiet)])
      // documents are cancelled and people disabled, never deleted
      if (isTold && !kinds.has(slug) && slug !== 'users')
        expect([slug, hooks.afterDelete.includes(recordMasterDeletion)]).toEqual([slug, true])
    }
    expect(Object.keys(quiet).filter((slug) => !own.some((one) => one.slug === slug))).toEqual([])
    expect(globals.filter(({ hooks }) => !hooks.afterChange.includes(recordSettingsChange)).map(({ slug }) => slug)).toEqual([])
  })

  test('every door that writes, or hands something out, leaves the line of an event, or a reason why not', () => {
    const { collections, globals, endpoints } = app.payload.config
    const ways = [...collections, ...globals, { endpoints }].flatMap((of) => of.endpoints || [])
    const handsOut = /print|export|\/file|price-book|pdf|callback|^\/reports\/:name$|^\/public\/quotes\/:token$/
    const asked = ways.filter(({ method, path }) => method !== 'get' || handsOut.test(plain(path)))
    const own = new Set(asked.map(({ method, path }) => `${method} ${plain(path)}`))
    // making, changing and deleting records: the test above
    const generic = /^(post|patch|delete|put) \/(:id)?$/
    const unknown = [...own].filter((door) => !generic.test(door) && !(door in doors) && !(door in silent))
    expect(unknown).toEqual([])
    expect([...Object.keys(doors), ...Object.keys(silent)].filter((door) => !own.has(door))).toEqual([])
    const known = new Set(events.map(([event]) => event))
    expect(Object.values(doors).filter((event) => !known.has(event))).toEqual([])
  })

  test('every place that writes into the log writes of an event of the table: a new one fails until it is in', async () => {
    const writes =
      /\b(?:writeAudits?|auditsWritten|recordNote|recordChange|auditBeside|appendAudit(?:Lines)?|auditLines(?:Alike)?|auditStatement|auditedRows|auditedSteps)\(/g
    const found: Record<string, number> = {}
    for (const folder of ['src', 'hooks', 'collections', 'reports'])
      for (const name of await readdir(folder, { recursive: true })) {
        if (!/\.tsx?$/.test(name) || /\.spec\.|migrations\/|ledger\/auditLog\.ts/.test(path.posix.join(folder, name))) continue
        const count = [...(await readFile(path.join(folder, name), 'utf8')).replace(/function \w+\(/g, '').matchAll(writes)].length
        if (count > 0) found[path.posix.join(folder, name)] = count
      }
    expect(Object.fromEntries(Object.entries(places).map(([place, told]) => [place, told.length]))).toEqual(found)
    const known = new Set(events.map(([event]) => event))
    expect(Object.values(places).flat().filter((event) => !known.has(event) && !event.startsWith('by command'))).toEqual([]) // prettier-ignore
  })

  test('every doing the log takes is in the table: a new one without an act that leaves it fails', () => {
    const told = new Set(events.map(([, line]) => line.split(' ')[1]))
    expect(Object.keys(doingWords).filter((doing) => !told.has(doing))).toEqual([])
  })
})

test('a line of the log is sealed as the JSON array of what it says, whatever it says, alone or among others', async () => {
  const odd = ['', '"quoted" \\ and \n\t\u0001\u007f', '蓝鲸 😀 \u2028', 'null', "it's", '\0 nothing']
  const req = await createLocalReq({}, app.payload)
  const [{ told = null, text = null } = {}, ...others] = await inTransaction(req, async () => {
    const line = (word: string, of: number) => ({
      ...{ at: new Date(Date.UTC(2026, 1, 28, 23, 59, 59, of)).toISOString(), user: null, userName: word, slug: 'users', verb: 'update' },
      ...{ documentId: of % 2 ? word : null, no: of % 3 ? word : null, version: of % 2 ? of : null, reason: word || null, client: word },
      changes: [{ path: word, before: null, after: [word, 1.5, -1e21, 1e-9, true, { b: word, a: {}, cd: [] }] }],
    })
    await appendAuditLines(req, odd.map(line))
    const alike = line('import', 1)
    await appendAuditLines(
      req,
      odd.map((word) => ({ ...alike, documentId: word, no: word === '' ? null : word, changes: line(word, 1).changes })),
    )
    return query<{ text: string; told: string }>(
      req,
      sql`select ${lineText} as text, jsonb_build_array(a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.user_id, a.user_name, a.slug, a.document_id,
        a.no, a.verb, a.version, a.changes, a.reason, a.client)::text as told from audit_log a order by a.id desc`,
    )
  })
  expect(text).toBe(told)
  expect(others.length).toBeGreaterThan(2 * odd.length)
  for (const other of others) expect(other.text).toBe(other.told)
})
