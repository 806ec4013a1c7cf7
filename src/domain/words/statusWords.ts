import type { ChangeStatus } from '../orders/changeSteps'
import type { HouseChangeStatus } from '../control/houseChange'
import type { CreditGradeStatus } from '../credit/creditGradeSteps'
import type { CreditLimitStatus, CreditReleaseStatus } from '../credit/releaseSteps'
import type { DeliveryStatus } from '../fulfilment/deliverySteps'
import type { InvoiceStatus } from '../fulfilment/invoiceSteps'
import type { ReturnStatus } from '../fulfilment/returnSteps'
import type { OrderStatus } from '../orders/orderSteps'
import type { PriceAdjustmentStatus } from '../pricing/priceAdjustment'
import type { PriceReleaseStatus } from '../pricing/priceRelease'
import type { QuoteStatus } from '../quotes/quoteSteps'
import type { ReceiptStatus } from '../receivables/receiptSteps'
import type { RoundStatus } from '../samples/feedbackRound'
import type { SampleStatus } from '../samples/sampleSteps'
import type { WorkOrderStatus } from '../samples/workOrder'
import type { StockDocumentStatus } from '../stock/stockDocumentSteps'
import type { StockTransferStatus } from '../stock/stockTransferSteps'
import type { Language, Words } from './words'

type StatusWords<S extends string> = Readonly<Record<S, Words>>

const said = (zh: string, en: string): Words => ({ zh, en })
const [draft, submitted, approved, cancelled] = [
  said('草稿', 'Draft'),
  said('已提交', 'Submitted'),
  said('已审核', 'Approved'),
  said('已取消', 'Cancelled'),
]
const [rejected, reversed, released, voided] = [
  said('已驳回', 'Rejected'),
  said('已冲销', 'Reversed'),
  said('已放行', 'Released'),
  said('已作废', 'Void'),
]

const posted: StatusWords<StockDocumentStatus> = { draft, posted: said('已记账', 'Posted'), reversed, cancelled }

/** The states of every kind of document as staff read them: in lists, on prints, in refusals. In the order of its life. */
export const statusWords = {
  orders: {
    draft,
    inReview: said('评审中', 'In review'),
    awaitingRuling: said('待裁定', 'Awaiting ruling'),
    reviewFailed: said('评审未通过', 'Review failed'),
    reviewed: said('已评审', 'Reviewed'),
    approved,
    closed: said('已关闭', 'Closed'),
    cancelled,
  } satisfies StatusWords<OrderStatus>,
  'order-reviews': {
    open: said('待评审', 'Open'),
    answered: said('已评审', 'Answered'),
    void: said('已失效', 'Void'),
    closed: said('已关闭', 'Closed'),
  },
  'order-changes': {
    draft,
    inReview: said('评审中', 'In review'),
    approved,
    applied: said('已生效', 'Applied'),
    rejected,
    cancelled,
  } satisfies StatusWords<ChangeStatus>,
  quotes: {
    draft,
    submitted,
    approved,
    sent: said('已发送', 'Sent'),
    confirmed: said('已确认', 'Confirmed'),
    partlyOrdered: said('部分下单', 'Partly ordered'),
    ordered: said('已下单', 'Ordered'),
    lost: said('丢单', 'Lost'),
    expired: said('已过期', 'Expired'),
    superseded: said('已被替代', 'Superseded'),
    cancelled: said('已作废', 'Cancelled'),
  } satisfies StatusWords<QuoteStatus>,
  'price-releases': {
    open: said('待放行', 'Open'),
    released,
    rejected,
    void: voided,
  } satisfies StatusWords<PriceReleaseStatus>,
  'price-adjustments': {
    draft,
    submitted,
    approved,
    effective: said('已生效', 'In force'),
    superseded: said('已被取代', 'Superseded'),
    cancelled,
  } satisfies StatusWords<PriceAdjustmentStatus>,
  deliveries: { draft, approved, issued: said('已出库', 'Issued'), cancelled } satisfies StatusWords<DeliveryStatus>,
  invoices: { draft: said('未审核', 'Draft'), approved, cancelled } satisfies StatusWords<InvoiceStatus>,
  returns: {
    draft,
    approved,
    received: said('已收货', 'Received'),
    inspected: said('已检验', 'Inspected'),
    cancelled,
  } satisfies StatusWords<ReturnStatus>,
  receipts: { draft: said('未审核', 'Draft'), approved, reversed, cancelled } satisfies StatusWords<ReceiptStatus>,
  'credit-limits': { draft, submitted, approved, cancelled } satisfies StatusWords<CreditLimitStatus>,
  'credit-releases': {
    open: said('待审批', 'Open'),
    released,
    rejected,
    void: voided,
  } satisfies StatusWords<CreditReleaseStatus>,
  'credit-grades': { proposed: said('待审核', 'Proposed'), approved, rejected } satisfies StatusWords<CreditGradeStatus>,
  'house-changes': {
    proposed: said('待确认', 'To be confirmed'),
    confirmed: said('已确认', 'Confirmed'),
    effective: said('已生效', 'In force'),
    rejected,
    cancelled: said('已撤回', 'Withdrawn'),
  } satisfies StatusWords<HouseChangeStatus>,
  'stock-receipts': posted,
  'stock-issues': posted,
  'stock-freezes': posted,
  'stock-counts': posted,
  'cost-corrections': posted,
  'stock-transfers': {
    draft,
    inTransit: said('在途', 'In transit'),
    received: said('已收货', 'Received'),
    reversed,
    cancelled,
  } satisfies StatusWords<StockTransferStatus>,
  samples: {
    draft,
    submitted,
    inPreparation: said('打样中', 'In preparation'),
    ready: said('已备好', 'Ready'),
    sent: said('已送样', 'Sent'),
    approvedByCustomer: said('客户已认可', 'Approved by customer'),
    changeRequested: said('要求修改', 'Change requested'),
    rejectedByCustomer: said('客户拒绝', 'Rejected by customer'),
    converted: said('已转正式品号', 'Converted'),
    refused: said('不受理', 'Refused'),
    cancelled,
  } satisfies StatusWords<SampleStatus>,
  'feedback-rounds': {
    awaiting: said('等待答复', 'Awaiting'),
    approved: said('客户认可', 'Approved'),
    changeRequested: said('要求修改', 'Change requested'),
    rejected: said('拒绝', 'Rejected'),
    withdrawn: said('已撤回', 'Withdrawn'),
  } satisfies StatusWords<RoundStatus>,
  'sample-work-orders': {
    open: said('未开工', 'Open'),
    inWork: said('制作中', 'In work'),
    completed: said('已完工', 'Completed'),
    cancelled,
  } satisfies StatusWords<WorkOrderStatus>,
} as const

export type StatusHolder = keyof typeof statusWords

const table: Readonly<Record<string, Readonly<Record<string, Words>>>> = statusWords

/** The word for a status of a kind of document; undefined for what has no such status. */
export const statusWord = (slug: string, status: string, language: Language): string | undefined =>
  Object.hasOwn(table, slug) && Object.hasOwn(table[slug] ?? {}, status) ? table[slug]?.[status]?.[language] : undefined

/** The statuses of a kind of document as a field offers them. */
export const statusOptions = (slug: StatusHolder): Array<{ value: string; label: Words }> =>
  Object.entries(statusWords[slug]).map(([value, label]) => ({ value, label }))
