import type { WordedFinding } from '../kernel/decision'

/** To whom an invoice may be made out, as a customer keeps it. */
export type InvoiceTitle = {
  id?: string | null
  title?: string | null
  taxNo?: string | null
  address?: string | null
  phone?: string | null
  bank?: string | null
  bankAccount?: string | null
  main?: boolean | null
}

/** What a document says of it, and what the record of the customer says of its default. */
export type TitleData = {
  invoiceTitle: string | null
  taxNo: string | null
  invoiceAddress: string | null
  invoicePhone: string | null
  bank: string | null
  bankAccount: string | null
}

const pairs = [
  ['invoiceTitle', 'title'],
  ['taxNo', 'taxNo'],
  ['invoiceAddress', 'address'],
  ['invoicePhone', 'phone'],
  ['bank', 'bank'],
  ['bankAccount', 'bankAccount'],
] as const

export const titleFields = pairs.map(([field]) => field)

const text = (value: string | null | undefined): string => (value ?? '').trim()

export const titleData = (row: InvoiceTitle): TitleData =>
  Object.fromEntries(pairs.map(([field, own]) => [field, text(row[own]) || null])) as TitleData

const asRow = (head: TitleData): InvoiceTitle => ({
  ...Object.fromEntries(pairs.map(([field, own]) => [own, head[field] ?? null])),
  main: true,
})

const sameData = (a: TitleData, b: TitleData): boolean => titleFields.every((field) => text(a[field]) === text(b[field]))

const sameTitle = (a: InvoiceTitle, b: InvoiceTitle | undefined): boolean =>
  b !== undefined && pairs.every(([, own]) => text(a[own]) === text(b[own])) && Boolean(a.main) === Boolean(b.main)

const sameTitles = (a: readonly InvoiceTitle[], b: readonly InvoiceTitle[]): boolean =>
  a.length === b.length && a.every((row, index) => sameTitle(row, b[index]))

/** `name`: what the customer is called, which a record that names no title is made out to. */
type Kept = { rows: readonly InvoiceTitle[]; head: TitleData; name?: string | null }
export type SettledTitles = { rows: InvoiceTitle[]; head: TitleData; findings: WordedFinding[] }

const nothing: Kept = {
  rows: [],
  head: { invoiceTitle: null, taxNo: null, invoiceAddress: null, invoicePhone: null, bank: null, bankAccount: null },
}

/**
 * A customer with several titles has exactly one default, and its record says what that one says: whichever of the two somebody changes,
 * the other follows. Of several marked as default none is guessed; of none marked the one the record names is it, else the first. Who had
 * no list until now had the title of his record: it becomes one of the list.
 */
export function settleTitles({ stored, given }: { stored: Kept | null; given: Kept }): SettledTitles {
  const before = stored ?? nothing
  if (given.rows.length === 0) return { rows: [], head: given.head, findings: [] }
  const headChanged = !sameData(before.head, given.head)
  if (stored && sameTitles(before.rows, given.rows)) {
    if (!headChanged) return { rows: [...given.rows], head: given.head, findings: [] }
    return { rows: given.rows.map((row) => (row.main ? { ...row, ...asRow(given.head) } : row)), head: given.head, findings: [] }
  }
  const marked = given.rows.flatMap((row, index) => (row.main ? [index] : []))
  const second = marked[1]
  if (second !== undefined)
    return {
      ...{ rows: [...given.rows], head: given.head },
      findings: [
        {
          code: 'INVALID_INPUT',
          path: `invoiceTitles.${second}.main`,
          facts: { field: 'main', count: marked.length, accepted: '1' },
          text: { zh: '默认抬头只能有一个', en: 'There is one default title, not several' },
        },
      ],
    }
  const own = given.head.invoiceTitle ?? (titleFields.some((field) => text(given.head[field]) !== '') ? (given.name ?? null) : null)
  const named = given.rows.findIndex((row) => text(row.title) !== '' && text(row.title) === text(own))
  if (before.rows.length === 0 && named < 0 && text(own) !== '') {
    const first = { ...asRow({ ...given.head, invoiceTitle: own }), main: marked.length === 0 }
    const rows = [first, ...given.rows.map((row, index) => ({ ...row, main: marked[0] === index }))]
    return { rows, head: titleData(rows.find((row) => row.main) as InvoiceTitle), findings: [] }
  }
  const main = marked[0] ?? Math.max(named, 0)
  const rows = given.rows.map((row, index) => ({ ...row, main: index === main }))
  const head = titleData(rows[main] as InvoiceTitle)
  if (headChanged && stored && !sameData(head, given.head))
    return {
      ...{ rows, head },
      findings: [
        {
          code: 'INVALID_INPUT',
          path: 'invoiceTitle',
          facts: { field: 'invoiceTitle', value: given.head.invoiceTitle, accepted: head.invoiceTitle },
          text: {
            zh: `开票资料与默认抬头「${head.invoiceTitle ?? ''}」不一致，请只改其中一处`,
            en: `The invoice data says something else than the default title “${head.invoiceTitle ?? ''}”; change only one of them`,
          },
        },
      ],
    }
  return { rows, head, findings: [] }
}

/** The title an invoice names, by its row or by what it says; undefined when the payer has no such title. */
export const chosenTitle = (rows: readonly InvoiceTitle[], named: string): InvoiceTitle | undefined =>
  rows.find(({ id }) => id === named) ?? rows.find(({ title }) => text(title) === text(named))

/**
 * What a file says of titles, beside those a customer has: one of the same words gets what the file says, others are added, none is taken
 * away. A row of the file that is the default leaves no other.
 */
export function addedTitles(
  known: readonly InvoiceTitle[],
  given: readonly InvoiceTitle[],
): { rows: InvoiceTitle[]; added: number; changed: number } {
  const main = given.find((row) => row.main)
  const said = new Map(given.map((row) => [text(row.title), row]))
  const settled = (row: InvoiceTitle): InvoiceTitle => (main ? { ...row, main: text(row.title) === text(main.title) } : row)
  const kept = known.map((row) => ({ ...row, ...said.get(text(row.title)) }))
  const fresh = [...said].flatMap(([title, row]) => (known.some((one) => text(one.title) === title) ? [] : [row]))
  const changed = kept.filter((row, index) => said.has(text(row.title)) && !sameTitle(row, known[index])).length
  return { rows: [...kept, ...fresh].map(settled), added: fresh.length, changed }
}
