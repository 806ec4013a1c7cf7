import type { Steps } from '../kernel/steps'

export const deliveryStatuses = ['draft', 'approved', 'issued', 'cancelled'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/**
 * The life of a delivery (发货单): approve is commercial, issue physical. With the setting `issueOnApprove` approving issues at once,
 * so approve may lead to either. An issued delivery may be unapproved while nothing is downstream (V-16, O-05): the stock comes back.
 */
export const deliverySteps = {
  draft: {
    approve: ['approved', 'issued'],
    refresh: 'draft',
    outdate: 'draft',
    'ask-release': 'draft',
    'ask-price-release': 'draft',
    cancel: 'cancelled',
  },
  approved: { issue: 'issued', 'ask-release': 'approved', 'ask-price-release': 'approved', unapprove: 'draft' },
  issued: { reprice: 'issued', 'create-invoice': 'issued', 'create-return': 'issued', unapprove: 'draft' },
} as const satisfies Steps<DeliveryStatus>

export const deliveryEditable: readonly DeliveryStatus[] = ['draft']
