import { documentKind } from '../kernel/documentKind'
import { sampleMakers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { type FeedbackRound, roundEditable, roundSteps } from './feedbackRound'

/** 客户反馈: what the customer said of one round of a sample. */
export const feedbackRoundKind = documentKind<FeedbackRound>()({
  slug: 'feedback-rounds',
  title: { zh: '客户反馈', en: 'Feedback round', many: 'Feedback rounds' },
  purpose: { zh: '反馈轮次：客户对每一轮样板的意见', en: 'Feedback rounds: what the customer said of each round' },
  series: 'FB',
  states: {
    awaiting: { zh: '等待答复', en: 'Awaiting' },
    approved: { zh: '客户认可', en: 'Approved' },
    changeRequested: { zh: '要求修改', en: 'Change requested' },
    rejected: { zh: '拒绝', en: 'Rejected' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'awaiting',
  ended: ['approved', 'changeRequested', 'rejected', 'withdrawn'],
  steps: roundSteps,
  editable: roundEditable,
  editors: sampleMakers,
  rows: salesOwner,
  menu: { group: 'samples', usedBy: ['sales', 'salesManager', 'rd', 'engineering'] },
  columns: ['no', 'sample', 'round', 'status', 'customer', 'salesperson', 'closedAt'],
})
