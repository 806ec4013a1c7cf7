import { terms } from '../words/terms'
import type { Words } from '../words/words'
import type { RichBlock, RichRun } from './richText'

/** What a text of the house may leave to the document to say, `{{no}}` or `{{单号}}`. Nothing else is filled in, and nothing else is accepted. */
export const placeholders = {
  title: { zh: '单据名称', en: 'Name of the sheet' },
  no: { zh: '单号', en: 'No.' },
  date: terms.date,
  validUntil: { zh: '有效期至', en: 'Valid until' },
  customer: terms.customer,
  contact: terms.contact,
  salesperson: terms.salesperson,
  currency: terms.currency,
  total: terms.gross,
  paymentTerms: terms.paymentTerms,
  deliveryAddress: terms.deliveryAddress,
  company: { zh: '公司', en: 'Company' },
  link: { zh: '客户链接', en: 'Customer link' },
} as const satisfies Record<string, Words>

export type Placeholder = keyof typeof placeholders
export type PlaceholderValues = Readonly<Record<Placeholder, string>>

const byName = new Map<string, Placeholder>(
  (Object.keys(placeholders) as Placeholder[]).flatMap((name) => [
    [name, name],
    [placeholders[name].zh, name],
  ]),
)

/** Where a text stands. What a sheet says is fixed when its document is approved, before there is a link: only a letter gives one. */
export type TextPlace = 'sheet' | 'letter'
const ofLetters: ReadonlySet<Placeholder> = new Set(['link'])
const isAccepted = (name: Placeholder, place: TextPlace): boolean => place === 'letter' || !ofLetters.has(name)

const isKnown = (typed: string, place: TextPlace): boolean => {
  const name = byName.get(typed)
  return name !== undefined && isAccepted(name, place)
}

const mark = /\{\{([^{}]*)\}\}/g

/** Every text of a rich text that a placeholder may stand in: one paragraph, whose marks may change in the middle of a name. */
function paragraphsOf(blocks: readonly RichBlock[]): RichRun[][] {
  return blocks.flatMap((block): RichRun[][] => {
    if (block.kind === 'paragraph') return [block.runs]
    return (block.kind === 'list' ? block.items : block.rows.flatMap((row) => row.map((cell) => cell.blocks))).flatMap(paragraphsOf)
  })
}

const wordsOf = (runs: readonly RichRun[]): string => runs.map(({ text }) => text).join('')

const namesIn = (text: string): string[] => [...text.matchAll(mark)].map(([, name = '']) => name.trim())

/** The placeholders a text names, each once. */
export const placeholdersIn = (blocks: readonly RichBlock[]): Placeholder[] => [
  ...new Set(paragraphsOf(blocks).flatMap((runs) => namesIn(wordsOf(runs)).flatMap((name) => byName.get(name) ?? []))),
]

/** The names between braces that no document can fill, as they were typed, each once. */
export const unknownIn = (blocks: readonly RichBlock[], place: TextPlace): string[] => [
  ...new Set(paragraphsOf(blocks).flatMap((runs) => namesIn(wordsOf(runs)).filter((name) => !isKnown(name, place)))),
]

export const unknownInText = (text: string, place: TextPlace): string[] => unknownIn([{ kind: 'paragraph', runs: [{ text }] }], place)

/** The list as a person is told it. */
export const acceptedPlaceholders = (language: 'zh' | 'en', place: TextPlace): string =>
  (Object.keys(placeholders) as Placeholder[])
    .filter((name) => isAccepted(name, place))
    .map((name) => `{{${language === 'zh' ? placeholders[name].zh : name}}}`)
    .join(' ')

/** `{{no}}` → the document's number. A name may run through several runs; what is filled in looks like its first sign. */
function fillRuns(runs: readonly RichRun[], values: PlaceholderValues): RichRun[] {
  const text = wordsOf(runs)
  const found = [...text.matchAll(mark)].flatMap((match) => {
    const name = byName.get((match[1] ?? '').trim())
    return name ? [{ from: match.index, to: match.index + match[0].length, value: values[name] }] : []
  })
  if (found.length === 0) return [...runs]
  let start = 0
  return runs.flatMap((run): RichRun[] => {
    const [from, to] = [start, start + run.text.length]
    start = to
    let said = ''
    let at = from
    for (const one of found) {
      if (one.to <= from || one.from >= to) continue
      if (one.from >= from) said += text.slice(at, one.from) + one.value
      at = Math.min(to, one.to)
    }
    said += text.slice(at, to)
    return said === '' ? [] : [{ ...run, text: said }]
  })
}

export function fillPlaceholders(blocks: readonly RichBlock[], values: PlaceholderValues): RichBlock[] {
  const within = (inside: readonly RichBlock[]): RichBlock[] => fillPlaceholders(inside, values)
  return blocks.map((block): RichBlock => {
    if (block.kind === 'paragraph') return { ...block, runs: fillRuns(block.runs, values) }
    if (block.kind === 'list') return { ...block, items: block.items.map(within) }
    return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: within(cell.blocks) }))) }
  })
}

/** The same in a line without marks: the subject of a mail. */
export const fillText = (text: string, values: PlaceholderValues): string =>
  wordsOf(fillRuns([{ text }], values))
    .replace(/\s+/g, ' ')
    .trim()
