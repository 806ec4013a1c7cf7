import type { LetterBefore } from '@/src/domain/text/letterBefore'
import type { describeReport } from '@/reports/kit/describeReport'
import type { ReportAnswer } from '@/reports/kit/runReport'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import type { CollectionSlug } from '@/src/engine/documents/stored'
import type { Taken } from '@/src/imports/engine/definition'
import type { documentFlow } from '@/src/questions/control/documentFlow'
import type { DocumentHead } from '@/src/questions/control/documentHead'
import type { HistoryEntry } from '@/src/questions/control/history'
import type { ToldNote } from '@/src/questions/control/notes'
import type { sentMails } from '@/src/questions/control/sentMails'
import type { SystemState } from '@/src/questions/control/systemState'
import type { Notice } from '@/src/questions/control/waiting'
import type { CreditPosition } from '@/src/questions/credit/creditPosition'
import type { AgreedItem } from '@/src/questions/customers/agreedPrices'
import type { CategoryTerm } from '@/src/questions/customers/categoryTerms'
import type { CardDocument, CustomerOverview } from '@/src/questions/customers/overview'
import type { CardPolicies } from '@/src/questions/customers/policiesOf'
import type { printsOffered } from '@/src/pdf/prints'
import type { ListDescription } from '@/src/questions/lists/describeList'
import type { Glance } from '@/src/questions/lists/glance'
import type { listPage, listTotals } from '@/src/questions/lists/list'
import type { Hit } from '@/src/questions/lookup/everywhere'
import type { lookup } from '@/src/questions/lookup/lookup'
import type { BoardGroup } from '@/src/questions/orders/followUpBoard'
import type { LineMargin } from '@/src/questions/orders/orderMargin'
import type { priceHistory } from '@/src/questions/pricing/priceHistory'
import type { PageStory } from '@/src/questions/quotes/customerPage'
import type { QuoteRevisions } from '@/src/questions/quotes/quoteRevisions'
import type { ProposedAllocation } from '@/src/questions/receivables/allocationProposal'
import type { samplesBoard } from '@/src/questions/samples/samplesBoard'
import type { availability } from '@/src/questions/stock/availability'
import type { BatchStory } from '@/src/questions/stock/batchStory'

import type { AnyRecord, AnyRow, Rows, Sure, Told, ToldFinding } from './told'

/** A refusal of the platform, with what the house found. */
type Refusal = { name: string; message: string; data: { errors: Rows<ToldFinding> } }

/** What an answer that refuses says, under whatever address. */
export type Refused = { errors: Rows<Refusal> }

/** The link a customer is sent. */
type Link = { url: string; expiresAt: string }

/** What is told of a write: the record, what it brought forth, what it was warned of, and to whom it was mailed. */
export type Written<Doc> = {
  doc: Doc
  created: { slug: string; id: number }
  warnings: Rows<ToldFinding>
  findings: Rows<ToldFinding>
  mailed: Rows<{ to: string[] }>
  skipped: Rows<Record<string, unknown>>
  link: Link
  message: string
}

/** Records of one kind, a page of them. */
export type Listed<Doc> = { docs: Rows<Doc>; totalDocs: number }

/** What an address answers that is known only when the story runs: which of it is there goes by what was asked. */
export type Answered = AnyRecord & Written<AnyRecord> & Listed<AnyRecord> & Refused & { rows: Rows<AnyRow>; token: string }

/** What a question to GraphQL answers, field by field. */
export type GraphqlAnswer = { data: Record<string, Answered & { user: AnyRecord }>; errors: Rows<Refusal & { extensions: Refusal }> }

type Of<Question extends (...asked: never[]) => unknown> = Sure<NonNullable<Awaited<ReturnType<Question>>>>

/** A report as it is answered; its columns are known only to its definition. */
type ToldReport = Sure<Omit<ReportAnswer, 'rows' | 'totals'>> & { rows: Rows<Record<string, unknown>>; totals: Record<string, number> }

/** What is read of a file, and what was taken of it. */
type Imported = Sure<Taken> & {
  rows: number
  list: string
  document: { id: number }
  columns: Rows<{ name: string; label: string; required: boolean }>
  headings: Rows<string>
  mapping: Record<string, string>
  unmapped: Rows<string>
  questions: Rows<Record<string, unknown>>
}

type Key = { id: number; name: string; prefix: string }
type Begun = { secret: string; uri: string; picture: string }
type Account = {
  sessions: Rows<{ id: string; address: string; isCurrent: boolean } & Record<string, unknown>>
  factor: { isOn: boolean; isNeeded: boolean; codesLeft: number }
  keys: Rows<Key & Record<string, unknown>>
  logIns: Rows<{ verb: string } & Record<string, unknown>>
}

/** Doors that belong to no collection: an address without what stands for ids and names, and what it answers. */
type Doors = {
  '/reports': { reports: Rows<Sure<ReturnType<typeof describeReport>>> }
  '/follow-up': { at: string; groups: Rows<BoardGroup> }
  '/waiting': { counts: Record<string, number>; notices: Rows<Notice> }
  '/availability': { rows: Of<typeof availability> }
  '/price-history': { rows: Of<typeof priceHistory> }
  '/lookup': { q: string; rows: Rows<Hit> }
  '/system': Sure<SystemState>
  '/system/mails': { mails: number }
  '/pricing/resolve': { lines: Rows<{ price: number; trace: Rows<TraceStep> }> }
  '/export': { doc: Told<'prepared-files'> }
  '/import': { kinds: Rows<{ kind: string; title: string; note: string; there: number }> }
}

type AtDoor<Path extends string> = Path extends keyof Doors
  ? Doors[Path]
  : Path extends `/reports/${string}/prepare` | `/lists/${string}/prepare`
    ? { doc: Told<'prepared-files'> }
    : Path extends `/reports/${string}`
      ? ToldReport
      : Path extends `/lists/${string}/totals${string}`
        ? Of<typeof listTotals>
        : Path extends `/lists/${string}/describe`
          ? Sure<ListDescription>
          : Path extends `/lists/${string}/${number}`
            ? Sure<Glance>
            : Path extends `/lists/${string}`
              ? Of<typeof listPage>
              : Path extends `/lookup/${string}`
                ? { rows: Of<typeof lookup>; matches: Record<string, Of<typeof lookup>[number]> }
                : Path extends `/trace/${string}`
                  ? Of<typeof documentFlow>
                  : Path extends `/history/${string}`
                    ? { entries: Rows<Sure<HistoryEntry>> }
                    : Path extends `/credit/${string}`
                      ? Sure<CreditPosition>
                      : Path extends `/batches/${string}`
                        ? Sure<BatchStory>
                        : Path extends `/import/${string}`
                          ? Imported
                          : Path extends `/notes/${string}`
                            ? { notes: Rows<Sure<ToldNote>> }
                            : Path extends `/samples-board${string}`
                              ? Of<typeof samplesBoard>
                              : Path extends `/revisions/orders/${string}`
                                ? {
                                    revisions: Rows<{ revision: number; at: string; reason: string }>
                                    changes: Rows<{ path: string; before: unknown; after: unknown }>
                                  }
                                : Path extends `/revisions/${string}`
                                  ? Sure<QuoteRevisions>
                                  : Path extends `/customer-page/${string}`
                                    ? Sure<PageStory>
                                    : Path extends `/${'order' | 'quote'}-margin/${string}`
                                      ? { lines: Rows<Sure<LineMargin>> }
                                      : Path extends `/${'allocation' | 'set-off'}-proposal/${string}`
                                        ? { rows: Rows<ProposedAllocation> }
                                        : Answered

/** Doors of a record, by what stands behind its id; every other one is a verb. */
type RecordDoors = {
  verbs: Sure<DocumentHead & { prints: ReturnType<typeof printsOffered> }>
  mail: { mailed: Rows<{ to: string[] }> & { to: string[] }; skipped: Rows<string> }
  letter: Sure<LetterBefore>
  mails: { mails: Of<typeof sentMails> }
  calls: { calls: Rows<{ id: number; event: string; what: string; status: string; attempts: number; answer: string }> }
  'calls/resend': { queued: number }
  'calls/try': { taken: boolean; answer: string }
  account: Account
  card: CustomerOverview
  'card/documents': { kinds: Rows<{ slug: string; rows: Rows<CardDocument> }> }
  'card/policies': CardPolicies
  'card/days-late': { daysLate: number | null }
  'last-prices': { items: Rows<Sure<AgreedItem>> }
  'invoice-titles': { titles: Rows<{ id: string; title: string; taxNo: string | null; main: boolean | null }> }
  terms: { rows: Rows<CategoryTerm> }
}

/** Doors of a collection, by what stands behind its slug. */
type CollectionDoors = {
  login: { token: string; user: Told<'users'> }
  me: { user: Told<'users'> }
  count: { totalDocs: number }
  'api-keys': Key & { key: string }
  'second-factor/begin': Begun
  'second-factor/confirm': { codes: Rows<string> }
  'second-factor/codes': { codes: Rows<string> }
}

type Result = { id: number; ok: boolean; message: string; status: number } & Refused

type AtCollection<Method, Slug extends string, Rest extends string> = Rest extends keyof CollectionDoors
  ? CollectionDoors[Rest]
  : Rest extends `bulk/${string}`
    ? { results: Rows<Result> }
    : Rest extends 'check'
      ? Pick<Written<Told<Slug>>, 'findings'> & {
          lines: Lines<Told<Slug>>
          margins: Rows<Sure<LineMargin>>
          totals: { netTotal: number; taxTotal: number; grossTotal: number }
        }
      : Rest extends `${string}/${infer Door}`
        ? Door extends keyof RecordDoors
          ? RecordDoors[Door]
          : Written<Told<Slug>>
        : Method extends 'GET'
          ? Rest extends ''
            ? Listed<Told<Slug>>
            : Told<Slug>
          : Written<Told<Slug>> & Listed<Told<Slug>>

type Lines<Doc> = Doc extends { lines: infer Found } ? Found : Rows<AnyRow>

type AtPath<Method, Path extends string> = Path extends `/${infer First}/${infer Rest}`
  ? First extends CollectionSlug
    ? AtCollection<Method, First, Rest>
    : AtDoor<Path>
  : Path extends `/${infer First}`
    ? First extends CollectionSlug
      ? AtCollection<Method, First, ''>
      : AtDoor<Path>
    : Answered

type WithoutQuery<Address extends string> = Address extends `${infer Path}?${string}` ? Path : Address

/** What is answered under an address: its shape goes by the address that was asked, and by nothing else. */
export type AnswerOf<Method, Address extends string> = string extends Address ? Answered : AtPath<Method, WithoutQuery<Address>> & Refused
