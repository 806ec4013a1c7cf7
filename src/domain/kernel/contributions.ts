/** What one document contributes to the books (documents say what was decided, ledgers what happened). Quantities and amounts are decimal strings. */
export type DocumentRef = { slug: string; id: number }

/**
 * `expectedIn` is what work orders will bring, `expectedTransfers` what is on its way from another warehouse, `expectedInspection` what
 * waits for its inspection: settings say, kind by kind, whether expected goods count as available.
 */
export type StockAccount = 'onHand' | 'reserved' | 'frozen' | 'expectedIn' | 'expectedTransfers' | 'expectedInspection'

/** Quantity of one line on one key of the stock ledger; `value` only where the document itself sets it (receipts, returns, transfers in). */
export type StockTarget = {
  source: DocumentRef
  line: string
  account: StockAccount
  item: number
  warehouse: number | null
  batchNo: string
  qty: string
  /** Cost value in base currency, signed like the quantity; absent = the ledger values the goods by its moving average. */
  value?: string
  /** The day reserved goods are to leave or expected goods arrive, 'YYYY-MM-DD'; absent = at once. */
  due?: string
}

export type CreditBucket = 'orders' | 'deliveries' | 'unauditedInvoices' | 'receivable'
export type CreditObjectKind = 'customers' | 'departments' | 'users'
export type CreditObject = { kind: CreditObjectKind; id: number }

/** Amount (base currency, tax-inclusive) of one line in one bucket of one credit object. */
export type CreditTarget = { source: DocumentRef; line: string; object: CreditObject; bucket: CreditBucket; amount: string }

export type ProgressKind = 'ordered' | 'planned' | 'delivered' | 'returned' | 'replaced' | 'invoicing' | 'invoiced' | 'shortClosed'

/** Quantity (document unit) and gross amount (document currency) of one upstream or own line. */
export type ProgressTarget = {
  source: DocumentRef
  line: string
  target: { slug: 'quotes' | 'orders' | 'deliveries'; documentId: number; lineId: string }
  kind: ProgressKind
  qty: string
  amount: string
}

/** Signed change of the open amount of an invoice or receipt, base currency. */
export type ReceivableTarget = {
  source: DocumentRef
  line: string
  kind: 'invoice' | 'creditNote' | 'receipt' | 'allocation'
  document: DocumentRef
  customer: number
  amount: string
  dueDate?: string
  /** The day it counts from, 'YYYY-MM-DD'; absent = the document's own. Ageing as of a past date reads it. */
  date?: string
}

export type Contributions = {
  progress: ProgressTarget[]
  stock: StockTarget[]
  credit: CreditTarget[]
  receivable: ReceivableTarget[]
}

export const noContributions = (): Contributions => ({ progress: [], stock: [], credit: [], receivable: [] })

/** The document version that caused a posting, its business day, and the instant of the step by the house's clock; stored with every entry. `isNew`: the books hold nothing of it. */
export type Cause = DocumentRef & { version: number; date: string; at: string; isNew?: boolean }

/** Progress figures of one line that a contribution depends on; absent lines count as zero. */
export type Progress = Record<
  'ordered' | 'planned' | 'delivered' | 'returned' | 'replaced' | 'invoicing' | 'invoiced' | 'shortClosed',
  string
>

export const noProgress: Progress = {
  ordered: '0',
  planned: '0',
  delivered: '0',
  returned: '0',
  replaced: '0',
  invoicing: '0',
  invoiced: '0',
  shortClosed: '0',
}

/** Settings that decide when a document counts; from the availability and credit settings. */
export type ContributionSettings = { reserveMoment: 'save' | 'approve'; creditMoment: 'save' | 'approve' }

/** What every contribution function receives: the document, the progress of lines, the settings, whose credit it uses. */
export type ContributionInput<Doc> = {
  doc: Doc
  progress: ReadonlyMap<string, Progress>
  settings: ContributionSettings
  creditObjects: readonly CreditObject[]
  /** Whose credit another document of the same step uses: what settles an invoice leaves the objects of that invoice. */
  creditObjectsOf?: (document: DocumentRef) => readonly CreditObject[]
  /** Paid before delivery: the order itself does not use credit. */
  prepaid?: boolean
  /** Bill-to customer, whose receivable it becomes. */
  billTo: number
}
