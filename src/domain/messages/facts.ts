import type { FindingCode } from '../kernel/decision'
import { acceptedWord } from '../words/acceptedWords'
import { departmentWords, roleWords } from '../words/peopleWords'
import type { Words } from '../words/words'
import { labelOf } from './labels'
import type { Facts, Vocabulary } from './language'

/** Whether a fact is there at all: forbidden figures are absent, and then no text may speak of them. */
export function has(facts: Facts, key: string): boolean {
  const fact = facts[key]
  return fact !== undefined && fact !== null && fact !== '' && !(Array.isArray(fact) && fact.length === 0)
}

const wordIn = (table: Readonly<Record<string, Words>>, code: string, { language }: Vocabulary): string =>
  Object.hasOwn(table, code) ? (table[code]?.[language] ?? code) : code

const missingWords: Readonly<Record<string, Words>> = {
  ...departmentWords,
  drawing: { zh: '图纸', en: 'drawing' },
  code: { zh: '正式品号', en: 'item code' },
}

type Speaker = (code: string, words: Vocabulary) => string
const role: Speaker = (code, words) => wordIn(roleWords, code, words)
const reason: Speaker = (code, { language }) => labelOf(code, language)

/** Numbers that name something: which line, which round, which version, which record. They are told as they are. */
const names = new Set(['', 'line', 'round', 'given', 'current', 'priority', 'value', 'id'])
const amounts = new Set([
  'amount',
  'carried',
  'charged',
  'exposureAfter',
  'freight',
  'headerDiscount',
  'limit',
  'missing',
  'open',
  'openAmount',
  'quota',
  'rest',
])
/** What goes over a limit is money where money is limited; elsewhere it is a quantity. */
const ofMoney = new Set<FindingCode>(['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED', 'RELEASE_QUOTA_EXCEEDED', 'OVER_ALLOCATION'])

const grouped = (least: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: 10 })
const [figure, amount] = [grouped(0), grouped(2)]

/** A figure as screens and sheets show it: with thousands separators, money with two decimals at least, nothing cut off. */
function figureOf(key: string, value: number, code: FindingCode | undefined): string {
  const name = key.replace(/^pass\./, '')
  if (names.has(name)) return String(value)
  const isAmount = amounts.has(name) || (name === 'excess' && code !== undefined && ofMoney.has(code))
  return (isAmount ? amount : figure).format(value)
}

/** Where else there is some: `W2 (12000)`. */
const place = (text: string): string => text.replace(/\((\d+(?:\.\d+)?)\)$/, (_, free: string) => `(${figure.format(Number(free))})`)

/** Facts that are codes of ours, by name, and how each is said; any other text is somebody's own (a number, a name) and stays as it is. */
const speakers: Readonly<Record<string, Speaker>> = {
  status: (code, words) => words.status(code),
  verb: (name, words) => words.verb(name),
  allowed: (name, words) => words.verb(name),
  field: (path, words) => words.field(path),
  changed: (path, words) => words.field(path),
  right: (name, words) => words.right(name),
  roles: role,
  owner: (code, words) => wordIn(departmentWords, code, words),
  department: (code, words) => wordIn(departmentWords, code, words),
  missing: (code, words) => wordIn(missingWords, code, words),
  accepted: (text, { language }) => acceptedWord(text, language),
  reasons: reason,
  'pass.fillIn': reason,
  'pass.elsewhere': place,
  'pass.batches': place,
}

/** A fact as people read it: a document by its number, a record by its code or name, a list joined, a code by its word. */
export function show(key: string, value: unknown, words: Vocabulary, code?: FindingCode): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((entry) => show(key, entry, words, code)).join(words.language === 'zh' ? '、' : ', ')
  if (typeof value === 'boolean') return words.language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>
    const name = record['no'] ?? record['name'] ?? record['code'] ?? record['label'] ?? record['id']
    const kind = typeof record['kind'] === 'string' ? `${labelOf(record['kind'], words.language)} ` : ''
    return `${kind}${show('', name, words)}`
  }
  if (typeof value === 'number') return figureOf(key, value, code)
  return typeof value === 'string' ? (speakers[key]?.(value, words) ?? value) : String(value)
}
