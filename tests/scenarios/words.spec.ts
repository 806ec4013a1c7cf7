import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq, type FlattenedField } from 'payload'

import { reports } from '@/reports'
import { readParams } from '@/reports/kit/params'
import { statusOfCode, type Finding, type FindingCode } from '@/src/domain/kernel/decision'
import { statesOf } from '@/src/domain/kernel/documentKind'
import { messageOf, type Vocabulary } from '@/src/domain/messages/findings'
import { acceptedWord } from '@/src/domain/words/acceptedWords'
import type { Language } from '@/src/domain/words/words'
import { definitions } from '@/src/imports/definitions'

import { startApp, type TestApp } from '../support/app'

/*
 * What people read is walked through word by word: every verb in every status, every field, every refusal, in both languages. No
 * technical name stands in any of it, and no English in Chinese.
 */

let app: TestApp
let wordsOf: (slug: string, language: Language) => Vocabulary
let rules: ReturnType<(typeof import('@/src/engine/define'))['allRules']>

beforeAll(async () => {
  app = await startApp()
  const { vocabularyOf } = await import('@/src/engine/words')
  const { allRules } = await import('@/src/engine/define')
  wordsOf = (slug, language) => vocabularyOf({ payload: app.payload, slug, language })
  rules = allRules()
})
afterAll(() => app.close())

const languages = ['zh', 'en'] as const

/** Names of files, formats and grades are the same in every language. */
const international =
  /\b(PDF|CAD|DWG|DXF|STEP|IGES|STL|CSV|TSV|XLSX|JPG|PNG|JPEG|WebP|GIF|AVIF|TIFF|SO1|YYYY-MM-DD|CNY|USD|EUR|BOX|PCS|BOM|HTML|AA|AAA|ABC)\b|name@example\.com/g
/** `grossTotal`, `create-order`, `lines.0.qty`: what only a program calls something. */
const technical = /[a-z][A-Z]|\b[a-z]+-[a-z]+-?[a-z]*\b|\b[a-z]+\.\d+\b|undefined|null|\[object/
const hyphenated = /\b(e-mail|short-close|follow-up|make-up|tax-exclusive|tax-inclusive|stock-take)\b/gi

const wrongIn = (text: string, language: Language): string[] => {
  const plain = text.replace(international, '').replace(hyphenated, '')
  return [
    ...(text.trim() === '' ? ['nothing is said'] : []),
    ...(technical.test(plain) ? [`technical: ${text}`] : []),
    ...(language === 'zh' && /[A-Za-z]{2,}/.test(plain) ? [`English: ${text}`] : []),
    ...(language === 'zh' && !/[一-鿿]/.test(text) ? [`not Chinese: ${text}`] : []),
    ...(language === 'en' && /[一-鿿]/.test(text) ? [`not English: ${text}`] : []),
  ]
}

const finding = (code: FindingCode, facts: Finding['facts'], more: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'error',
  facts,
  ...more,
})

describe.each(languages)('in %s', (language) => {
  test('every verb of every document is said in every status as its button says it', () => {
    const wrong: string[] = []
    for (const { slug, states, verbs, takenByBooks = [] } of rules) {
      const words = wordsOf(slug, language)
      for (const name of [...Object.keys(verbs), ...takenByBooks, 'create', 'save', 'delete', 'mail', 'import']) {
        const label = verbs[name]?.label[language]
        if (label !== undefined && words.verb(name) !== label) wrong.push(`${slug} ${name}: ${words.verb(name)} is not ${label}`)
        for (const status of statesOf({ states })) {
          const step = messageOf(finding('ILLEGAL_STEP', { status, verb: name, allowed: Object.keys(verbs) }), words)
          wrong.push(...wrongIn(step, language).map((said) => `${slug} ${status} ${name}: ${said}`))
        }
        const forbidden = messageOf(finding('FORBIDDEN', { verb: name, roles: verbs[name]?.roles ?? [] }), words)
        const fourEyes = messageOf(finding('FOUR_EYES', { verb: name }), words)
        wrong.push(...[forbidden, fourEyes].flatMap((text) => wrongIn(text, language)).map((said) => `${slug} ${name}: ${said}`))
      }
    }
    expect(wrong).toEqual([])
  })

  test('a status is called the same in lists and in refusals', () => {
    const wrong: string[] = []
    for (const { slug, states } of rules) {
      const field = app.payload.collections[slug as 'orders'].config.flattenedFields.find(({ name }) => name === 'status')
      const options = (field && 'options' in field ? field.options : []) as Array<{ value: string; label: Record<Language, string> }>
      expect(options.map(({ value }) => value).sort()).toEqual(statesOf({ states }).sort())
      for (const { value, label } of options) if (wordsOf(slug, language).status(value) !== label[language]) wrong.push(`${slug} ${value}`)
    }
    expect(wrong).toEqual([])
  })

  test('every field a person meets has a name of its own language, and a refusal calls it by that', () => {
    const platform = new Set(
      'id createdAt updatedAt filename mimeType filesize width height focalX focalY url thumbnailURL sizes apiKey apiKeyIndex enableAPIKey hasAPIKey sessions resetPasswordToken resetPasswordExpiration salt hash loginAttempts lockUntil blockName prefix'.split(
        ' ',
      ),
    )
    const wrong: string[] = []
    const walk = (slug: string, fields: readonly FlattenedField[], at: string): void => {
      for (const field of fields) {
        if (platform.has(field.name) || ('hidden' in field && field.hidden) || field.admin?.hidden) continue
        const where = `${at}${field.name}`
        const text = messageOf(finding('INVALID_INPUT', { field: field.name, accepted: '> 0' }, { path: where }), wordsOf(slug, language))
        const label = 'label' in field ? (field.label as Partial<Record<Language, string>> | undefined)?.[language] : undefined
        wrong.push(...wrongIn(text, language).map((said) => `${slug} ${where}: ${said}`))
        if (typeof label !== 'string' || !text.includes(label)) wrong.push(`${slug} ${where}: ${text} does not say ${String(label)}`)
        if ('flattenedFields' in field) walk(slug, field.flattenedFields, field.type === 'array' ? `${where}.0.` : `${where}.`)
      }
    }
    for (const { slug, flattenedFields } of app.payload.config.collections.filter((kind) => !kind.slug.startsWith('payload-')))
      walk(slug, flattenedFields, '')
    for (const { slug, flattenedFields } of app.payload.config.globals) walk(slug, flattenedFields, '')
    expect(wrong).toEqual([])
  })

  test('what nobody knows is never called by its technical name, but after what is around it', () => {
    const wrong: string[] = []
    const unknown = [
      'input',
      'fooBar',
      'lines.0.fooBar',
      'lines.3.foo-bar.0.baz',
      'where.fooBar.equals',
      'constructor',
      '__proto__',
      '0',
      '',
    ]
    for (const { slug } of rules) {
      for (const name of unknown) {
        const text = messageOf(finding('INVALID_INPUT', { field: name, accepted: '> 0' }, { path: name }), wordsOf(slug, language))
        wrong.push(...wrongIn(text, language).map((said) => `${slug} ${name}: ${said}`))
        if (/foo|baz|input|constructor|proto|equals/i.test(text)) wrong.push(`${slug} ${name}: ${text}`)
      }
    }
    expect(wrong).toEqual([])
    const said = messageOf(finding('INVALID_INPUT', { field: 'lines.0.fooBar' }, { path: 'lines.0.fooBar' }), wordsOf('orders', language))
    expect(said).toContain(wordsOf('orders', language).field('lines.0'))
    expect(wordsOf('orders', language).field('lines.0')).not.toBe('')
  })

  test('what a verb asks for is called by a word', () => {
    const wrong: string[] = []
    for (const { slug, verbs } of rules) {
      for (const [name, { body }] of Object.entries(verbs)) {
        const shape = (body as { shape?: Record<string, unknown> } | undefined)?.shape ?? {}
        for (const key of Object.keys(shape)) {
          const text = messageOf(finding('INVALID_INPUT', { field: key }, { path: key }), wordsOf(slug, language))
          if (wordsOf(slug, language).field(key) === '' || wrongIn(text, language).length > 0) wrong.push(`${slug} ${name} ${key}: ${text}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('reports and the files that come in are told in words of the language: titles, questions, choices, columns, notes', async () => {
    const wrong: string[] = []
    const look = (where: string, words: Record<Language, string> | undefined): void => {
      // grades, and languages by their own names, are the same for everybody
      if (words && words.zh !== words.en) wrong.push(...wrongIn(words[language], language).map((said) => `${where}: ${said}`))
    }
    for (const { name, title, params, columns, controlTotal } of reports) {
      look(name, title)
      look(`${name} control total`, controlTotal.equals)
      for (const [key, { label, options = [] }] of Object.entries(params)) {
        look(`${name} ${key}`, label)
        for (const option of options) look(`${name} ${key} ${option.value}`, option.label)
      }
      const { params: asked } = readParams({ shape: params, given: [], language, today: '2026-11-29' })
      for (const column of columns(asked)) look(`${name} column ${column.key}`, column.title)
    }
    const req = await createLocalReq({}, app.payload)
    for (const { kind, title, note, columns } of definitions) {
      look(kind, title)
      look(`${kind} note`, note)
      for (const column of columns(req)) {
        look(`${kind} ${column.name}`, column.label)
        look(`${kind} ${column.name} note`, column.note)
        for (const choice of column.choices ?? []) look(`${kind} ${column.name} ${choice.value}`, choice.label)
      }
    }
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(statusOfCode) as FindingCode[])('%s tells its facts without a technical name', (code) => {
    const facts = {
      ...{ item: 'R1', items: ['R1', 'R2'], customer: 'C1', warehouse: 'W1', batchNo: 'B7', document: 'SO1', order: 'SO1', quote: 'SO1' },
      ...{ documents: [{ slug: 'deliveries', id: 1, no: 'SO1' }], change: 'SO1', sample: 'SO1', workOrder: 'SO1', replacedBy: 'SO1' },
      ...{
        object: { kind: 'users', id: 9, name: '9' },
        status: 'draft',
        verb: 'approve',
        allowed: ['cancel', 'save'],
        field: 'qty',
        value: 7,
      },
      ...{
        right: 'releaseQuota',
        roles: ['salesManager', 'generalManager'],
        department: 'pmc',
        owner: 'engineering',
        missing: ['rd', 'drawing'],
      },
      ...{ reasons: ['costUnknown', 'unitUnknown', 'noPolicyApplies'], accepted: 'an active item', changed: ['lines.0.qty', 'remark'] },
      ...{ netPrice: 9, minimum: 10, required: 3, available: 2, excess: 1, limit: 5, exposureAfter: 6, quota: 1, given: 1, current: 2 },
      ...{ round: 2, qty: 3, ordered: 3, delivered: 1, invoiced: 1, billable: 1, returnable: 1, scheduled: 2, difference: 1, completed: 1 },
      ...{
        from: '2026-01-02',
        to: '2026-01-01',
        validUntil: '2026-01-01',
        dueDate: '2026-01-01',
        daysOpen: 3,
        amount: 2,
        open: 1,
        line: 1,
      },
      ...{ discountRate: 5, maximum: 3, minQty: 1, priority: 0, policy: 4, percent: 9, threshold: 5, author: true, preparedBy: 'S1' },
    }
    for (const slug of ['orders', 'deliveries', 'samples']) {
      for (const rule of ['creditLimit', 'minimumPrice'])
        for (const action of ['requestRelease', 'refresh', 'reduceQty'])
          for (const price of [{}, { price: 3, originalPrice: 2, policyPrice: 4 }]) {
            const remedy = {
              action,
              facts: { qty: 1, minimum: 10, fillIn: ['listPrice', 'pricePolicy'], elsewhere: ['W2'], earliest: '2026-01-01' },
            }
            const text = messageOf(finding(code, { ...facts, ...price, rule }, { remedy }), wordsOf(slug, language))
            expect(wrongIn(text.replace(/\b([A-Z]\d)\b/g, ''), language)).toEqual([])
          }
    }
  })
})

/** Every text a rule of ours gives as what it accepts. */
function acceptedInSource(): string[] {
  const root = process.cwd()
  const files = ['src', 'hooks', 'collections'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('demo/') && !file.includes('migrations'))
      .map((file) => path.join(root, folder, file)),
  )
  const texts = new Set<string>()
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    for (const [, text] of source.matchAll(/accepted: (?:'([^'\n]+)'|`([^`\n]+)`)/g)) if (text) texts.add(text)
    for (const [, text] of source.matchAll(/\binvalid\([^\n]*, '([^'\n]+)'\)/g)) if (text) texts.add(text)
    // of what is wrong with a row or a cell both languages are told at once
    for (const [, text] of source.matchAll(/(?<!(?:context|cells)\.)\b(?:invalid|wrong)\((?!column)[^\n]*, `([^`\n]+)`\)/g))
      if (text) texts.add(text.replace(/\$\{[^}]*\}/g, '7'))
  }
  return [...texts]
}

test('what an input accepts is said in Chinese to whoever reads Chinese', () => {
  const texts = acceptedInSource()
  expect(texts.length).toBeGreaterThan(40)
  expect(texts.filter((text) => /[A-Za-z]{2,}/.test(acceptedWord(text, 'zh').replace(international, '')))).toEqual([])
})
