export const words = {
  zh: {
    ...{ limit: '信用额度', none: '不限', exposure: '已占用', free: '可用额度', until: '临时额度至', oldest: '最早未收', noneOpen: '无未收款项', payer: '开票客户' },
    ...{ orders: '订单', deliveries: '未开票发货', unauditedInvoices: '未审核发票', receivable: '应收', ageing: '账龄', overdue: '逾期单据' },
    ...{ no: '单据', date: '日期', due: '到期日', days: '逾期天数', amount: '金额', status: '状态', points: '得分', grade: '等级', excess: '超额' },
    ...{ alarms: '信用预警', releases: '信用审批', ratings: '评级历史', nothing: '没有记录', failed: '信用情况读取失败。', statement: '对账单 PDF', excel: '对账单 Excel' },
    ...{ alarmed: '已预警', released: '已放行', proposed: '待审核', approved: '已审核', rejected: '已驳回', requested: '待审批', open: '待审批', void: '已失效', expired: '已过期' },
    ...{ ok: '正常', watch: '关注', hold: '超额', stop: '停止交易', noCheck: '不检查' },
  },
  en: {
    ...{ limit: 'Credit limit', none: 'not limited', exposure: 'Exposure', free: 'Free', until: 'temporary until', oldest: 'Oldest open', noneOpen: 'nothing open', payer: 'Bill-to customer' },
    ...{ orders: 'Orders', deliveries: 'Delivered, not invoiced', unauditedInvoices: 'Draft invoices', receivable: 'Receivable', ageing: 'Ageing', overdue: 'Overdue documents' },
    ...{ no: 'Document', date: 'Date', due: 'Due', days: 'Days late', amount: 'Amount', status: 'Status', points: 'Points', grade: 'Grade', excess: 'Excess' },
    ...{ alarms: 'Credit alarms', releases: 'Releases', ratings: 'Ratings', nothing: 'None', failed: 'The credit could not be read.', statement: 'Statement PDF', excel: 'Statement Excel' },
    ...{ alarmed: 'alarmed', released: 'released', proposed: 'proposed', approved: 'approved', rejected: 'rejected', requested: 'requested', open: 'waiting', void: 'void', expired: 'expired' },
    ...{ ok: 'within', watch: 'watch', hold: 'over the limit', stop: 'stopped', noCheck: 'not checked' },
  },
} as const // prettier-ignore

export type Word = keyof (typeof words)['zh']
