import type { RoundStatus } from './feedbackRound'
import type { SampleStatus } from './sampleSteps'

type Words = { zh: string; en: string }

/** The states of a sample as staff read them, in the order of its life. */
export const sampleStatusWords: Readonly<Record<SampleStatus, Words>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  inPreparation: { zh: '打样中', en: 'In preparation' },
  ready: { zh: '已备好', en: 'Ready' },
  sent: { zh: '已送样', en: 'Sent' },
  approvedByCustomer: { zh: '客户已认可', en: 'Approved by customer' },
  changeRequested: { zh: '要求修改', en: 'Change requested' },
  rejectedByCustomer: { zh: '客户拒绝', en: 'Rejected by customer' },
  converted: { zh: '已转正式品号', en: 'Converted' },
  refused: { zh: '不受理', en: 'Refused' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** The states of a feedback round. */
export const roundStatusWords: Readonly<Record<RoundStatus, Words>> = {
  awaiting: { zh: '等待答复', en: 'Awaiting' },
  approved: { zh: '客户认可', en: 'Approved' },
  changeRequested: { zh: '要求修改', en: 'Change requested' },
  rejected: { zh: '拒绝', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}
