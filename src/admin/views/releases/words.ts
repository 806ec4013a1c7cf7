export const words = {
  zh: {
    ...{ title: '信用审批台', none: '没有待审批的单据。', choose: '请在左侧选择。', quota: '我的审批额度', noQuota: '您没有信用审批额度，只能查看。' },
    ...{ orders: '订单', deliveries: '未开票发货', unauditedInvoices: '未审核发票', receivable: '应收', order: '销售订单', delivery: '发货单', invoice: '发票' },
    ...{ customers: '客户', departments: '部门', users: '业务员', limit: '额度', exposure: '本单后占用', excess: '超额', now: '目前占用', free: '目前可用' },
    ...{ may: '在您的额度内', above: '超出您的额度', noRight: '无审批权限', own: '本人制单，须他人审批', released: '已放行' },
    ...{ by: '放行人', amount: '单据金额', salesperson: '业务员', department: '部门', requester: '申请人', since: '等待', days: '天', today: '今天', version: '版本' },
    ...{ remark: '申请说明', noRemark: '未填写', comment: '审批意见（驳回必填）', approve: '放行', refuse: '驳回', part: '放行额度内的部分', card: '客户信用', period: '账期超限' },
    ...{ late: '最早未收发票', age: '已开', open: '打开单据', keys: 'j / k 下一个 / 上一个 · a, Enter 放行 · r 写驳回原因 · Ctrl+Enter 放行', done: '已放行', partly: '额度内已放行，其余等待他人', refused: '已驳回' },
    ...{ rejected: '已驳回', void: '已作废', decided: '此申请已处理' },
  },
  en: {
    ...{ title: 'Credit releases', none: 'Nothing waits for a release.', choose: 'Choose a request on the left.', quota: 'My release quota', noQuota: 'You have no release quota; you can only look.' },
    ...{ orders: 'Orders', deliveries: 'Delivered, not invoiced', unauditedInvoices: 'Draft invoices', receivable: 'Receivable', order: 'Order', delivery: 'Delivery', invoice: 'Invoice' },
    ...{ customers: 'Customer', departments: 'Department', users: 'Salesperson', limit: 'Limit', exposure: 'Exposure after it', excess: 'Excess', now: 'Exposure now', free: 'Free now' },
    ...{ may: 'within your quota', above: 'above your quota', noRight: 'no right to release', own: 'your own document: somebody else decides', released: 'released' },
    ...{ by: 'Released by', amount: 'Amount', salesperson: 'Salesperson', department: 'Department', requester: 'Asked by', since: 'Waiting', days: 'days', today: 'since today', version: 'version' },
    ...{ remark: 'Why it should pass', noRemark: 'Not told', comment: 'Comment (required to refuse)', approve: 'Release', refuse: 'Refuse', part: 'Release what is within my quota', card: 'Customer credit', period: 'Overdue' },
    ...{ late: 'Oldest open invoice', age: 'age', open: 'Open the document', keys: 'j / k next / previous · a, Enter release · r why refused · Ctrl+Enter release', done: 'Released', partly: 'Released within your quota; the rest waits for somebody else', refused: 'Refused' },
    ...{ rejected: 'refused', void: 'void', decided: 'This request is decided' },
  },
} as const // prettier-ignore

export type Word = keyof (typeof words)['zh']
