import type { Words } from '../words/words'

/** How a kind of notice reaches somebody: each way but the first also stands in the application. */
export const noticeWays = ['none', 'app', 'mail', 'daily', 'weekly'] as const
export type NoticeWay = (typeof noticeWays)[number]

/** What people are told of, in the order of the account page. Each chooses how; what is not chosen goes as it always did. */
export const noticeKinds = {
  reviewAsked: { zh: '请您评审', en: 'A review is asked of you' },
  reviewOverdue: { zh: '评审逾期', en: 'A review is overdue' },
  reviewEscalated: { zh: '评审逾期上报', en: 'A review of others is overdue' },
  reviewClosed: { zh: '评审结束', en: 'A review has ended' },
  rulingAsked: { zh: '请您裁定', en: 'A ruling is asked of you' },
  ruling: { zh: '裁定结果', en: 'What was ruled' },
  orderApproved: { zh: '订单已审核', en: 'An order was approved' },
  orderChanged: { zh: '订单变更生效', en: 'An order was changed' },
  customerConfirmed: { zh: '客户确认报价', en: 'A customer confirmed a quote' },
  customersHandedOver: { zh: '客户移交', en: 'Customers were handed over' },
  releaseAsked: { zh: '请您放行（信用、价格）', en: 'A release of credit or price is asked of you' },
  releaseDecided: { zh: '放行结果', en: 'What became of a release' },
  adjustmentSubmitted: { zh: '调价单待审核', en: 'A price adjustment waits' },
  adjustmentDecided: { zh: '调价单结果', en: 'What became of a price adjustment' },
  pricesEffective: { zh: '新价格生效', en: 'Prices came into force' },
  sampleMeasured: { zh: '样板测量完成', en: 'A sample was measured' },
  sampleFeedback: { zh: '样板客户反馈', en: 'A customer answered about a sample' },
  sampleSubmitted: { zh: '样板待受理', en: 'A sample was submitted' },
  sampleAccepted: { zh: '样板已受理', en: 'A sample was accepted' },
  sampleRefused: { zh: '样板被退回', en: 'A sample was refused' },
  sampleReady: { zh: '样板完成', en: 'A sample is ready' },
  workOrderFollowed: { zh: '打样工单进度', en: 'How a sample work order goes' },
  loanDue: { zh: '借样到期', en: 'A lent sample is due' },
  costToConfirm: { zh: '成本待确认', en: 'A cost waits to be confirmed' },
  mention: { zh: '备注中提到您', en: 'A note names you' },
  nextStep: { zh: '跟进事项', en: 'A next step is yours' },
  preparedFile: { zh: '报表文件已生成', en: 'A report is ready' },
  houseChange: { zh: '权限与设置变更', en: 'Rights or settings change' },
  alarm: { zh: '内控报警', en: 'An alarm was raised' },
  ledgers: { zh: '账目核对有差异', en: 'The proof of the books found differences' },
  books: { zh: '账目核对有差异（总经理）', en: 'The proof of the books found differences (management)' },
} as const satisfies Readonly<Record<string, Words>>

/** What happened to the ways into one's account is told whatever is chosen: an administrator could choose for him. */
const alwaysTold = 'security'

/** What each notice is called where it stands. */
export const noticeWords: Readonly<Record<NoticeKind, Words>> = {
  ...noticeKinds,
  [alwaysTold]: { zh: '账户安全', en: 'Safety of the account' },
}

export type NoticeKind = keyof typeof noticeKinds | typeof alwaysTold

type Chosen = {
  noticeChoices?: Readonly<Record<string, unknown>> | null
  mutedNotifications?: readonly string[] | null
  emailNotifications?: boolean | null
}

const isWay = (value: unknown): value is NoticeWay => noticeWays.some((way) => way === value)

/** How a notice reaches this person: as chosen for its kind, else as for all; never by mail where no mail is wanted. */
export function noticeWay(kind: string, { noticeChoices, mutedNotifications, emailNotifications }: Chosen): NoticeWay {
  if (kind === alwaysTold) return 'mail'
  const choice = noticeChoices && Object.hasOwn(noticeChoices, kind) ? noticeChoices[kind] : undefined
  const way = isWay(choice) ? choice : mutedNotifications?.includes(kind) ? 'none' : 'mail'
  return way !== 'none' && emailNotifications === false ? 'app' : way
}

/** What is no choice: names nobody knows, ways there are not. */
export const unknownChoices = (value: unknown): string[] =>
  value === null || value === undefined
    ? []
    : typeof value !== 'object' || Array.isArray(value)
      ? ['noticeChoices']
      : Object.entries(value).flatMap(([kind, way]) => (Object.hasOwn(noticeKinds, kind) && isWay(way) ? [] : [kind]))
