import { inLanguages } from '@/src/domain/words/words'

export const words = inLanguages({
  link: { zh: '客户链接', en: 'Customer link' },
  until: { zh: '有效至', en: 'until' },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  open: { zh: '打开', en: 'Open' },
  noLink: {
    zh: '目前没有有效的客户链接。「标记已发送」或「新建客户链接」会生成一条。',
    en: 'There is no living link. Mark as sent, or New customer link, makes one.',
  },
  hidden: { zh: '链接只显示给可以发送报价的人。', en: 'The link is shown to whoever may send the quotation.' },
  openings: { zh: '打开记录', en: 'Openings' },
  at: { zh: '时间', en: 'At' },
  from: { zh: '来源', en: 'From' },
  never: { zh: '客户还没有打开过。', en: 'The customer has not opened it yet.' },
  lists: { zh: '客户订购清单', en: 'Customer order list' },
  none: { zh: '没有客户订购清单。', en: 'There is no customer order list.' },
  order: { zh: '订单', en: 'Sales order' },
  quote: { zh: '报价单', en: 'Quotation' },
  by: { zh: '确认人', en: 'Confirmed by' },
  differs: { zh: '与报价不同之处', en: 'Otherwise than quoted' },
  same: { zh: '与报价一致。', en: 'As quoted.' },
  left: { zh: '未订购', en: 'not ordered' },
  qty: { zh: '数量', en: 'Quantity' },
  price: { zh: '单价', en: 'Price' },
  date: { zh: '希望交期', en: 'Wished date' },
  line: { zh: '行', en: 'Line' },
  what: { zh: '内容', en: 'What' },
  quoted: { zh: '报价', en: 'Quoted' },
  wished: { zh: '客户要求', en: 'Wished' },
  remark: { zh: '客户备注', en: 'Remark of the customer' },
  failed: { zh: '客户页面读取失败。', en: 'The customer page could not be read.' },
})

export type Say = (typeof words)['zh'] | (typeof words)['en']
