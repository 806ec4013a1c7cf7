import type { MenuGroup } from '../people/menuGroups'
import type { Role } from '../people/person'
import type { RowCondition, Rows } from '../people/rows'
import type { Figure } from '../people/sight'
import type { Words } from '../words/words'
import type { Steps } from './steps'

/** What a condition of a list may ask of the moment: the business date, and the instant. */
export type Moment = { today: string; now: string }

/** `late`: a line's date has passed before all of it was delivered; the books tell, not a field. */
export type Overdue = ((moment: Moment) => RowCondition) | 'late'

/** Records with states that people meet in lists: documents, and the questions an order's review asks. */
export type StatedKind<Status extends string = string, Slug extends string = string> = {
  slug: Slug
  /** Its states as staff read them in lists, on prints and in refusals, in the order of its life. */
  states: Readonly<Record<Status, Words>>
  /** States after which nothing more happens of itself: what is not in one of them is open. */
  ended: readonly Status[]
  /** What is open in a list only while this holds besides: an invoice goes on until it is paid. */
  open?: RowCondition
  overdue?: Overdue
  /** It is said about another document: no goods and no money go its way. */
  aside?: true
}

export type Released = 'credit' | 'price'

/** Where its list stands in the menu, and whose work it is. Reading more is a right all the same: by a link, by the search, by a report. */
export type MenuPlace = { group: MenuGroup; usedBy: readonly Role[] }

/**
 * Everything the house says of a kind of document without looking at one: pure, so that the browser and reports may read it too. What it
 * does is said where it is defined (`defineDocument`), which takes this in whole.
 */
export type DocumentKind<Doc = unknown, Status extends string = string, Slug extends string = string> = StatedKind<Status, Slug> & {
  /** The document as the rules know it; a type only. */
  doc?: Doc
  /** What it is called, in English also where there are many: lists, screens, prints and refusals take it from here. */
  title: { zh: string; en: string; many: string }
  /** What its list is for, told while there is nothing in it. */
  purpose: Words
  /** Prefix of its numbers: SO → SO20261123-0001. */
  series: string
  initial: Status
  steps: Steps<Status>
  /** Steps the books take: the order closes when everything is delivered and billed. No verb belongs to them. */
  takenByBooks?: readonly string[]
  editable: readonly Status[]
  /** Who may create and edit it; verbs ask their own roles besides. */
  editors: readonly Role[]
  /** Who reads it besides its editors and the overseers; absent: everybody. */
  readers?: readonly Role[]
  /** Whose rows one reads. */
  rows: Rows
  /** Whose rows one writes, where that is less. */
  writes?: Rows
  /** What one writes must stay among the rows one writes. */
  within?: boolean
  /** Nobody reads it without the right to this figure. */
  figure?: Figure
  /** Figures that stand in its fields, closed to whoever may not know them; `total`: its texts may tell it as well. */
  shows?: readonly ('price' | 'total' | 'bank')[]
  menu: MenuPlace
  /** The state in which it waits for somebody, counted in the menu: at its list, or at the screen where it is dealt with. */
  waits?: { status: Status; at?: string }
  /** The columns its list begins with. */
  columns: readonly string[]
  /** Columns of its table whose parts it is found by in lists and in the search; each has an index over `number_words`. */
  foundBy?: readonly string[]
  /** What its head or its lines carry of a customer's business: masters that change ask for open documents by it. */
  carries?: readonly ('payer' | 'terms' | 'goods')[]
  /** Amounts in base currency stand in it: once there is one, that currency is fixed. */
  inBase?: true
  /** It stands on its customer's card. */
  onCard?: true
  /** It decides about a customer, or about a document of his; while it is open, two records of him do not become one. */
  decides?: 'customer' | 'document'
  /** What of it somebody may let pass: its credit alarms, lines below their minimum price. */
  releases?: readonly Released[]
  /** What keeps it in business after its last state: goods to be billed, money to be paid. */
  unsettled?: RowCondition
  /** In which states its prices are ones that somebody has approved; they enter the last-price book under this name. */
  sold?: { as: 'quote' | 'order' | 'delivery' | 'invoice'; in: readonly Status[]; kind?: string }
}

type Given<Doc, Status extends string, Slug extends string> = Omit<DocumentKind<Doc, NoInfer<Status>, Slug>, 'doc' | 'states'> & {
  states: Readonly<Record<Status, Words>>
}

/** A kind of document, typed by its own slug and states. */
export const documentKind =
  <Doc>() =>
  <const Slug extends string, Status extends string>(kind: Given<Doc, Status, Slug>): DocumentKind<Doc, Status, Slug> =>
    kind

export const statesOf = <Status extends string>({ states }: { states: Readonly<Record<Status, Words>> }): Status[] =>
  Object.keys(states) as Status[]
