import type { Language } from '@/src/domain/words/words'

type Words = Record<Language, string>
/** A stop: what is shown there, and what is said of it. Without a place it stands in the middle of the page. */
type Stop = { at?: string; title: Words; text: Words }

/** How an order is entered, on its empty form. */
export const entering: readonly Stop[] = [
  {
    title: { zh: '一张订单，从头到尾', en: 'One order, from end to end' },
    text: {
      zh: '先看录入，保存后再看评审、发货和收款。用 → ← 前进后退，Esc 结束；按 ? 可随时再看。',
      en: 'First how it is entered; once it is saved, how it goes on. → and ← walk, Esc ends; ? starts it again at any time.',
    },
  },
  {
    at: '#field-customer',
    title: { zh: '客户', en: 'Customer' },
    text: {
      zh: '输入编码、名称、简称或拼音首字母，回车。业务员、币种、税率、收款条件和送货地址随之带出，下方显示他的信用。',
      en: 'Type its code, name, short name or pinyin and press Enter. Salesperson, currency, tax, terms and address come along, and below stands his credit.',
    },
  },
  {
    at: '.credit-bar:not(:empty)', // there with the customer
    title: { zh: '信用', en: 'Credit' },
    text: {
      zh: '额度、已用、可用和逾期，保存之前就看得到；这张订单算在内。',
      en: 'Limit, used, free and overdue, before you save; this order counts.',
    },
  },
  {
    at: '#field-lines',
    title: { zh: '明细', en: 'Lines' },
    text: {
      zh: '品号 → 回车 → 数量 → 回车，就到下一行。也可以从 Excel 粘贴。价格和来源自动带出，库存不足当场提示。',
      en: 'Code → Enter → quantity → Enter, and the next line is there. Rows may be pasted from Excel. The price comes with its reason; too little stock is told at once.',
    },
  },
  {
    at: '.line-grid__totals',
    title: { zh: '合计与检查', en: 'Totals and checks' },
    text: {
      zh: '无税、税额、价税合计随输入变化；最低售价、信用、库存的结论也在这里。',
      en: 'Net, tax and gross while you type; and what minimum price, credit and stock say.',
    },
  },
  {
    at: '#action-save',
    title: { zh: '保存', en: 'Save' },
    text: {
      zh: '点保存或按 Ctrl S。被拒绝时会说明怎样才能通过。保存后导览继续。',
      en: 'Press it, or Ctrl S. A refusal says what would make it pass. The tour goes on with the saved order.',
    },
  },
]

/** How a saved order goes on. */
export const goingOn: readonly Stop[] = [
  {
    at: '.verb-buttons',
    title: { zh: '下一步', en: 'The next step' },
    text: {
      zh: '主按钮就是下一步：提交评审、审核、生成发货单。只有能办成的按钮才会出现。',
      en: 'The main button is what comes next: submit, approve, create the delivery. Only what can succeed is offered.',
    },
  },
  {
    at: '.doc-tabs',
    title: { zh: '来龙去脉', en: 'The whole story' },
    text: {
      zh: '评审：谁同意、谁不同意、为什么。联查：从报价到收款。历史：谁在何时改了什么。',
      en: 'Review: who agreed and why. Document flow: from the quotation to the receipt. History: who changed what, and when.',
    },
  },
  {
    title: { zh: '之后', en: 'After that' },
    text: {
      zh: '审核 → 发货单审核即出库 → 发票审核成为应收 → 收款核销。跟单看板列出晚了的和等着您的；按 Ctrl K 找到任何单据。',
      en: 'Approve → the approved delivery takes the goods → the approved invoice is receivable → the receipt settles it. The follow-up board has what is late and what waits for you; Ctrl K finds any document.',
    },
  },
]
