import type { Role } from '@/src/domain/people/person'
import type { CostBasis } from '@/src/domain/pricing/applicableMinimum'
import type { PricingMethod } from '@/src/domain/pricing/priceFacts'
import type { AvailabilityMode } from '@/src/domain/stock/decideAvailability'
import type { StoredTexts } from '@/src/domain/text/sheetTexts'

/** The settings globals the rules read, under the names of their fields. */
export type Settings = {
  company: { name?: string | null; nameEn?: string | null; baseCurrency: string; openingDay?: string | null; texts?: StoredTexts | null }
  pricing: {
    methods: PricingMethod[] | null
    latestPriceSource: 'quote' | 'order' | 'delivery' | 'invoice'
    latestPriceByCustomer: boolean
    latestPriceAfterDiscount?: boolean | null
    unitPriceQuotes?: boolean | null
    maxDiscounts?: Array<{ role: string; itemCategory?: number | { id: number } | null; maxDiscountRate: number }> | null
    minimumPriceMode: 'off' | 'warn' | 'release' | 'forbid'
    minimumPriceMoment: 'save' | 'approve'
    costBasis: CostBasis
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
  control: {
    /** percent; null: not compared */
    costTolerance?: number | null
    belowMinimumTries: number
    refusedSteps: number
    exportsADay: number
    failedLogins: number
    nightFrom: number
    nightTo: number
    largeRelease?: number | null
  }
  samples: { approvalPictureRequired: boolean; drawingRequired: boolean }
}
