export const words = {
  zh: {
    ...{ overview: '概览', analysis: '分析', prices: '价格', documents: '单据', title: '客户卡片', failed: '读取失败。', loading: '…' },
    ...{ receivable: '应收', free: '可用额度', unlimited: '不控制', overdue: '逾期', none: '无', orders: '未完成订单', samples: '在做样板', lastContact: '最近联系' },
    ...{ nextStep: '下一步', payer: '开票客户', salesperson: '业务员', contact: '联系人', exposure: '已占用', noContact: '还没有备注', noStep: '没有待办', noSamples: '没有在做的样板' },
    ...{ noOrders: '没有未完成订单', all: '全部', monthly: '按月销售，与上年同期', byCategory: '按物料分类', month: '月份', category: '物料分类', net: '金额', before: '上年同期' },
    ...{ profit: '毛利', margin: '毛利率', returns: '退货率', late: '平均逾期天数', noSales: '这段时间没有销售', item: '物料', date: '日期', no: '单据', qty: '数量', price: '单价' },
    ...{ discount: '折扣', who: '业务员', find: '找物料（编码或名称）', noPrices: '还没有报价或成交', amount: '金额', status: '状态', noDocuments: '还没有单据', inclusive: '含税', exclusive: '不含税' },
    ...{ quotes: '报价', invoices: '发票', deliveries: '发货', receipts: '收款', total: '合计', policies: '价格政策', from: '起', notes: '备注', record: '资料' },
    ...{ contacts: '联系人', main: '主要', noContacts: '还没有联系人', dayLate: '已逾期', thisCustomer: '本客户', everybody: '所有客户', items: '物料或分类', minQty: '数量下限' },
    ...{ unit: '单位', off: '标准价折扣', netPrice: '净价', valid: '有效期', for: '适用于', noPolicies: '没有适用的价格政策', morePolicies: '还有更多，见价格政策' },
  },
  en: {
    ...{ overview: 'Overview', analysis: 'Analysis', prices: 'Prices', documents: 'Documents', title: 'Customer card', failed: 'It could not be read.', loading: '…' },
    ...{ receivable: 'Receivable', free: 'Free credit', unlimited: 'Not controlled', overdue: 'Overdue', none: 'None', orders: 'Open orders', samples: 'Samples in work', lastContact: 'Last contact' },
    ...{ nextStep: 'Next step', payer: 'Bill-to customer', salesperson: 'Salesperson', contact: 'Contact', exposure: 'Exposure', noContact: 'No notes yet', noStep: 'Nothing to do', noSamples: 'No samples in work' },
    ...{ noOrders: 'No open orders', all: 'All', monthly: 'Sales by month, with the year before', byCategory: 'By item category', month: 'Month', category: 'Item category', net: 'Amount', before: 'Year before' },
    ...{ profit: 'Profit', margin: 'Margin', returns: 'Returns', late: 'Days late on average', noSales: 'No sales in this time', item: 'Item', date: 'Date', no: 'Document', qty: 'Quantity', price: 'Price' },
    ...{ discount: 'Discount', who: 'Salesperson', find: 'Find an item (code or name)', noPrices: 'Nothing quoted or sold yet', amount: 'Amount', status: 'Status', noDocuments: 'No documents yet', inclusive: 'tax incl.', exclusive: 'tax excl.' },
    ...{ quotes: 'Quotes', invoices: 'Invoices', deliveries: 'Deliveries', receipts: 'Receipts', total: 'Total', policies: 'Price policies', from: 'from', notes: 'Notes', record: 'Record' },
    ...{ contacts: 'Contacts', main: 'Main', noContacts: 'No contacts yet', dayLate: 'late', thisCustomer: 'This customer', everybody: 'Every customer', items: 'Item or category', minQty: 'From quantity' },
    ...{ unit: 'Unit', off: 'Off the list price', netPrice: 'net', valid: 'Valid', for: 'For', noPolicies: 'No price policy applies', morePolicies: 'There are more: price policies' },
  },
} as const // prettier-ignore

export type Word = keyof (typeof words)['zh']
export type Say = (word: Word) => string
