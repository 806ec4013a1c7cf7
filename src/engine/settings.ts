import type { PayloadRequest } from 'payload'

import { settingsVersion } from '@/src/ledger/facts/settings'

import type { Role } from './document'
import { workOf } from './operation'
import type { AvailabilityMode } from '@/src/domain/stock/decideAvailability'

/** The settings globals the rules read, under the names of their fields. */
export type Settings = {
  company: { name?: string | null; baseCurrency: string }
  pricing: {
    methods: Array<'policy' | 'latestPrice' | 'latestCostPlus' | 'list'> | null
    latestPriceSource: 'quote' | 'order' | 'delivery' | 'invoice'
    latestPriceByCustomer: boolean
    latestPriceAfterDiscount?: boolean | null
    unitPriceQuotes?: boolean | null
    maxDiscounts?: Array<{ role: string; itemCategory?: number | { id: number } | null; maxDiscountRate: number }> | null
    minimumPriceMode: 'off' | 'warn' | 'release' | 'forbid'
    minimumPriceMoment: 'save' | 'approve'
    costBasis: 'average' | 'latest'
    gradeDiscounts: Record<string, number | null>
    adjustmentThreshold?: number | null
  }
  availability: {
    mode: AvailabilityMode
    moment: 'save' | 'approve'
    checkOrder: boolean
    checkDelivery: boolean
    checkTransfer: boolean
    expectedWorkOrders: boolean
    expectedTransfers: boolean
    expectedInspection: boolean
    dated: boolean
    proposeBatches: boolean
    costPer: 'item' | 'itemWarehouse'
  }
  credit: {
    moment: 'save' | 'approve'
    action: 'warn' | 'release' | 'forbid'
    checkOrder: boolean
    checkDelivery: boolean
    checkInvoice: boolean
    bucketOrders: boolean
    bucketDeliveries: boolean
    bucketUnauditedInvoices: boolean
    bucketReceivable: boolean
    watchRatio: number
    overdueThreshold: number
    overdueMargin: number
    releaseValidDays: number
    limitBelowExposure: 'warn' | 'refuse'
  }
  orders: {
    reviewRequired: boolean
    reviewRules: Array<{ department: string; orderKinds?: string[] | null; changeFlags?: string[] | null; minAmount?: number | null }>
    reviewHours: number
    reviewReminderHours?: number | null
    approvalMatrix?: Array<{ role: Role; upTo?: number | null; approvers?: number | null }> | null
    fourEyes: boolean
    selfReview: boolean
    directDeliveries: boolean
    issueOnApprove: boolean
    orderExpiredQuotes: boolean
    unlinkAdvances: boolean
    unbilledAfterDays: number
  }
  samples: { approvalPictureRequired: boolean; drawingRequired: boolean }
}

/** The settings last read by this process, under the row versions they were read at. */
const lastRead = new WeakMap<object, { at: string; settings: Settings }>()

/**
 * All settings, once per request. One statement asks the database whether its rows are still those read last; only then the
 * copy is used, so every process sees a change with its next transaction. A setting that cannot be read fails the operation.
 */
export async function settingsOf(req: PayloadRequest): Promise<Settings> {
  const work = workOf(req)
  work.settings ??= await currentSettings(req)
  return work.settings
}

async function currentSettings(req: PayloadRequest): Promise<Settings> {
  const read = async <T>(slug: string): Promise<T> =>
    (await req.payload.findGlobal({ slug: slug as never, depth: 0, overrideAccess: true, req })) as T
  const at = await settingsVersion(req)
  const last = lastRead.get(req.payload.db)
  if (last?.at === at) return structuredClone(last.settings)
  const settings: Settings = {
    company: await read('company'),
    pricing: await read('pricing-settings'),
    availability: await read('availability-settings'),
    credit: await read('credit-settings'),
    orders: await read('order-settings'),
    samples: await read('sample-settings'),
  }
  // a change between the first and the last read would be kept under the wrong version
  if ((await settingsVersion(req)) === at) lastRead.set(req.payload.db, { at, settings: structuredClone(settings) })
  return settings
}
