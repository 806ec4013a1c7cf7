import { inLanguages } from '@/src/domain/words/words'

export const words = inLanguages({
  due: { zh: '交期', en: 'Due' },
  told: { zh: '承诺', en: 'Promised' },
  state: { zh: '状态', en: 'State' },
  order: { zh: '订单', en: 'Order' },
  customer: { zh: '客户', en: 'Customer' },
  item: { zh: '品号', en: 'Item' },
  open: { zh: '未交', en: 'Open' },
  planned: { zh: '已排', en: 'Planned' },
  amount: { zh: '未交金额', en: 'Open amount' },
  deliver: { zh: '生成发货单', en: 'Create delivery' },
  chosen: { zh: '已选', en: 'Chosen' },
  line: { zh: '行', en: 'line' },
  lines: { zh: '行', en: 'lines' },
  one: { zh: '一张发货单只能有一个客户', en: 'A delivery is for one customer' },
  days: { zh: '天', en: 'days' },
  total: { zh: '合计', en: 'Total' },
  choose: { zh: '选择', en: 'Choose' },
  held: { zh: '暂挂的订单不能发货', en: 'An order on hold cannot be delivered' },
})
