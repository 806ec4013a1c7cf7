import { alarmKind } from './control/alarmKind'
import { houseChangeKind } from './control/houseChangeKind'
import { creditGradeKind } from './credit/creditGradeKind'
import { creditLimitKind } from './credit/creditLimitKind'
import { creditReleaseKind } from './credit/creditReleaseKind'
import { deliveryKind } from './fulfilment/deliveryKind'
import { invoiceKind } from './fulfilment/invoiceKind'
import { returnKind } from './fulfilment/returnKind'
import type { DocumentKind, Released, StatedKind } from './kernel/documentKind'
import { orderChangeKind } from './orders/orderChangeKind'
import { orderKind } from './orders/orderKind'
import { orderReviewKind } from './orders/orderReviewKind'
import { priceAdjustmentKind } from './pricing/priceAdjustmentKind'
import { priceReleaseKind } from './pricing/priceReleaseKind'
import { quoteKind } from './quotes/quoteKind'
import { receiptKind } from './receivables/receiptKind'
import { feedbackRoundKind } from './samples/feedbackRoundKind'
import { sampleKind } from './samples/sampleKind'
import { workOrderKind } from './samples/workOrderKind'
import { costCorrectionKind } from './stock/costCorrectionKind'
import { stockCountKind } from './stock/stockCountKind'
import { stockFreezeKind } from './stock/stockFreezeKind'
import { stockIssueKind } from './stock/stockIssueKind'
import { stockReceiptKind } from './stock/stockReceiptKind'
import { stockTransferKind } from './stock/stockTransferKind'

/**
 * Every kind of document, in the order the menu lists them. What lists, rights, menu, search and reports must know of a kind is said in its
 * own file and read from here; nothing about a kind is listed elsewhere.
 */
export const documentKinds = {
  'price-releases': priceReleaseKind,
  samples: sampleKind,
  'feedback-rounds': feedbackRoundKind,
  'sample-work-orders': workOrderKind,
  quotes: quoteKind,
  orders: orderKind,
  'order-changes': orderChangeKind,
  deliveries: deliveryKind,
  returns: returnKind,
  'stock-receipts': stockReceiptKind,
  'stock-issues': stockIssueKind,
  'stock-transfers': stockTransferKind,
  'stock-counts': stockCountKind,
  'stock-freezes': stockFreezeKind,
  'cost-corrections': costCorrectionKind,
  invoices: invoiceKind,
  receipts: receiptKind,
  'credit-limits': creditLimitKind,
  'credit-releases': creditReleaseKind,
  'credit-grades': creditGradeKind,
  'price-adjustments': priceAdjustmentKind,
  'house-changes': houseChangeKind,
  alarms: alarmKind,
} as const

type Kinds = typeof documentKinds

export type KindSlug = keyof Kinds

/** The documents as the rules know them, by the collection that keeps them. */
export type KnownDocuments = { [Slug in KindSlug]: NonNullable<Kinds[Slug]['doc']> }

export const allKinds: ReadonlyArray<DocumentKind<unknown, string, KindSlug>> = Object.values(documentKinds)

const stated = { ...documentKinds, 'order-reviews': orderReviewKind } as const

/** Whatever has states that people meet: documents, and the questions an order's review asks. */
export type StatedSlug = keyof typeof stated

export const allStated: readonly StatedKind[] = Object.values(stated)

/** A kind by its collection; undefined for what is none. */
export const statedKind = (slug: string): StatedKind | undefined => allStated.find((kind) => kind.slug === slug)

/** A document's kind by its collection; undefined for what is no document. */
export const documentKindOf = (slug: string): DocumentKind<unknown, string, KindSlug> | undefined =>
  allKinds.find((kind) => kind.slug === slug)

/** The kinds of which somebody may let this pass, in the order of the menu. */
export const kindsReleasing = (what: Released): KindSlug[] =>
  allKinds.filter(({ releases }) => releases?.includes(what)).map(({ slug }) => slug)

/** The words of a kind's states. */
export const statesIn = <Slug extends StatedSlug>(slug: Slug): (typeof stated)[Slug]['states'] => stated[slug].states
