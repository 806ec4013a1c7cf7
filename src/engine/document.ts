import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { Whom } from '@/src/domain/control/nextStep'
import type { Ask } from '@/src/domain/kernel/ask'
import type { ContributionInput, Contributions, DocumentRef, Progress } from '@/src/domain/kernel/contributions'
import type { Finding } from '@/src/domain/kernel/decision'
import type { DocumentKind } from '@/src/domain/kernel/documentKind'
import type { Person, Role } from '@/src/domain/people/person'
import type { SheetKind } from '@/src/domain/text/sheetTexts'
import type { DocumentLink, Standing } from '@/src/ledger/links'

import type { DocumentSlug } from './documents/stored'
import type { Settings } from './houseSettings'

export type { Role }

/** The person acting. Jobs and imports act as nobody. */
export type Actor = Person & { email: string; roles: Role[] }

/** Any document the engine drives. Areas narrow it to their own type. */
export type AnyDocument = {
  id: number
  no: string
  status: string
  version: number
  date: string
  preparedBy: number | null
  lines?: unknown[]
} & Record<string, unknown>

/** What a rule of an area is given when it prepares a save or runs a verb. */
export type VerbContext<Doc, Body = Record<string, unknown>> = {
  req: PayloadRequest
  /** The document as it will be stored; rules return changes, they do not write here. */
  doc: Doc
  /** As stored, read under lock; null for a new one. */
  stored: Doc | null
  body: Body
  actor: Actor | null
  settings: Settings
  now: { instant: string; date: string }
}

/** A document without its lines: of a thousand lines that is most of what would be read, and what is asked of a head does not look at them. */
export type HeadOf<Doc> = { [Field in keyof Doc as Field extends 'lines' ? never : Field]: Doc[Field] }

/** What is known of a verb before it is pressed. */
export type Possibility<Doc> = Pick<VerbContext<Doc>, 'req' | 'actor' | 'settings'> & { doc: HeadOf<Doc>; today: string }

export type CreatedDocument = { slug: string; id: number; no: string }

export type VerbOutcome<Doc> = {
  /** Fields that change. Absent: the document itself stays as it is (it only gave birth to another). */
  patch?: Partial<Doc>
  findings?: Finding[]
  created?: CreatedDocument
  /** Runs after the document is stored, inside the same transaction: mails, notices, follow-up documents. */
  after?: (stored: Doc) => Promise<void>
}

/** One verb a person can do to a document: a button, an endpoint, an entry of the step table. */
export type Verb<Doc = AnyDocument, Body = Record<string, unknown>> = {
  name: string
  label: { zh: string; en: string }
  roles: readonly Role[]
  /** What who does not hold the roles is told instead of FORBIDDEN. */
  refusedAs?: Omit<Finding, 'severity'>
  body?: z.ZodType<Body>
  /** Whether it needs a reason or other input; the admin asks for it before it calls the verb. */
  asks?: readonly Ask[]
  /** Whether the button is shown for this document now; absent: whenever the step table allows the verb. */
  offered?: (doc: HeadOf<Doc>, settings: Settings) => boolean
  /** The same where only its lines tell: they are read before its head is told. */
  offeredByLines?: (doc: Doc) => boolean
  /** Whether this person may succeed with it as the books and the others stand; asked where it is offered. Absent: nothing but the document decides. */
  possible?: (asked: Possibility<Doc>) => boolean | Promise<boolean>
  /** Whom a document that waits for it waits for, where its roles do not tell: fewer of them, or people who hold a right. Asked in a transaction. */
  waitsFor?: (asked: Possibility<Doc>) => Whom | Promise<Whom>
  /** True when the verb only gives birth to another document and leaves this one as it is. */
  createsOnly?: boolean
  run: (context: VerbContext<Doc, Body>) => Promise<VerbOutcome<Doc>>
}

/**
 * A verb of this kind of document, whatever body it takes: the engine reads the body with the verb's own schema before it runs it.
 * Verbs are erased to this by being listed in the rules, and nowhere else.
 */
export type AnyVerb<Doc = AnyDocument> = Omit<Verb<Doc, never>, 'body' | 'run'> & {
  body?: z.ZodType<Record<string, unknown>>
  run: (context: VerbContext<Doc, never>) => Promise<AnyOutcome<Doc>>
}

/** What a verb of this kind of document led to; its own type has said which fields it may change. */
export type AnyOutcome<Doc = AnyDocument> = Omit<VerbOutcome<Doc>, 'patch'> & { patch?: object }

/**
 * What a person entered, completed; `incomplete` when what is wrong with it left nothing that could be booked, so that no guard looks at it
 * and only these findings are told.
 */
export type Prepared<Doc> = { doc: Doc; findings: Finding[]; incomplete?: boolean }

/** A line as it is answered, before its figures are filled in. */
export type FiguredLine = Record<string, unknown> & { id?: string; qty?: number }

/** Everything the engine needs to know of one kind of document: what it is (its kind), and what it does. */
export type DocumentRules<Doc extends AnyDocument = AnyDocument> = Omit<DocumentKind, 'slug' | 'doc'> & {
  slug: DocumentSlug
  /** Locks what must be locked before this document: a release waits for the document it releases. */
  lockFirst?: (req: PayloadRequest, id: number) => Promise<void>
  /** What who writes the status of a document is told, where more can be said than that a verb changes it. */
  statusRefusedAs?: (actor: Actor | null) => Omit<Finding, 'severity'> | undefined
  /** The document that answers a create instead of a new one: a request that is open already. */
  existing?: (req: PayloadRequest, entered: Record<string, unknown>) => Promise<number | null>
  /**
   * What a credit release of a stored document is asked for, first choice first: the document as it is, or as a step that waits for
   * the release would make it. Absent: as it is.
   */
  toRelease?: (context: VerbContext<Doc>) => Promise<Doc[]>
  /** What a price release of a stored document is asked for: the document as a step that waits for the release would make it, and who wants the step. Absent, null: as it is. */
  pricesToRelease?: (context: VerbContext<Doc>) => Promise<{ doc: Doc; preparedBy: number | null } | null>
  /** Fills what a person left empty from what the document begins with: a template. Asked once, before it has lines of its own. */
  begin?: (context: Omit<VerbContext<Doc>, 'stored' | 'body'>) => Promise<Doc>
  /** The sheet it is printed as, whose texts are sealed with it. */
  sheet?: (doc: Doc) => SheetKind
  /** Completes and validates what a person entered: prices, totals, references. Runs on every save. */
  prepare: (context: VerbContext<Doc>) => Promise<Prepared<Doc>>
  contributions: (input: ContributionInput<Doc>) => Contributions
  /** The ways it comes from other documents, which 联查 follows; those to records without rules of their own stand here too. */
  links?: readonly DocumentLink[]
  /** The documents that cannot be undone while this one stands. */
  standsOn?: readonly Standing[]
  /** Quantities of a line that are read from the books with every answer, never stored. */
  lineFigures?: (line: FiguredLine, progress: Progress | undefined) => Record<string, number>
  /** Of those, what is added up over the lines and told of the document, in its list too. */
  addsUp?: readonly string[]
  /** Documents whose lines this one processes; they are locked and their contributions recomputed. */
  upstream: (doc: Doc) => DocumentRef[]
  /** Who pays it, whose credit it uses; undefined: nobody. */
  payerOf: (doc: Doc) => number | undefined
  /** The document as it would be once executed, for checks before the fact (a draft delivery is checked as if issued). */
  projected?: (doc: Doc) => Doc
  /** The document as if it did not exist. */
  absent: (doc: Doc) => Doc
  guards: {
    /** Or only some of its documents: those that were not priced by another one. */
    minimumPrice: boolean | ((doc: Doc) => boolean)
    credit: 'checkOrder' | 'checkDelivery' | 'checkInvoice' | null
    /** The switch of the check point; null = always checked, as everything that takes goods away. */
    availability: 'checkOrder' | 'checkDelivery' | 'checkTransfer' | null
  }
  /** True when a credit alarm is recorded but never blocks (invoicing of shipped goods). */
  neverBlockedByCredit?: (doc: Doc) => boolean
  verbs: Record<string, AnyVerb<Doc>>
}
