import type { SetupStepName } from '@/src/domain/control/setupPath'
import { departmentWords } from '@/src/domain/words/peopleWords'
import { inLanguages } from '@/src/domain/words/words'

type Words = { zh: string; en: string }

/** Each step of setting a company up: what it is, why, where it is done; `lacks`: what those that are named are without, `there`: where they are; `file`: the kind of spreadsheet it may come from. */
export const setupWords: Readonly<
  Record<
    SetupStepName,
    { title: Words; why: Words; to: string; file?: string; lacks?: Words; there?: string; named?: Readonly<Record<string, Words>> }
  >
> = {
  company: {
    title: { zh: '公司', en: 'Company' },
    why: { zh: '名称、标志、抬头、本位币和工作日历', en: 'Name, logo, heads of sheets, base currency and calendar' },
    to: '/globals/company',
  },
  departments: {
    title: { zh: '部门', en: 'Departments' },
    why: { zh: '数据权限与信用按部门', en: 'Rights and credit go by department' },
    to: '/collections/departments',
    file: 'departments',
  },
  people: {
    title: { zh: '人员与角色', en: 'People and roles' },
    why: { zh: '至少一名业务员；离职人员可不填邮箱', en: 'At least one who sells; who has left needs no e-mail' },
    to: '/collections/users',
    file: 'users',
  },
  secondPeople: {
    title: { zh: '审核人', en: 'Those who approve' },
    why: {
      zh: '制单与审核须两人：销售经理或总经理，以及两名财务',
      en: 'Two people each: a sales manager or general manager, and two who keep the books',
    },
    lacks: {
      zh: '看不到别人的订单，请填写部门，或把数据范围设为“全部”',
      en: 'Sees nobody else’s orders: fill in a department, or choose the data scope All',
    },
    to: '/collections/users',
  },
  reviewers: {
    title: { zh: '评审人', en: 'Those who review' },
    why: {
      zh: '每张订单须经业务经理与生管评审，评审人不得为制单人',
      en: 'Every order is reviewed by a sales manager and PMC; nobody reviews what he entered himself',
    },
    lacks: {
      zh: '以下部门无人评审（制单人不评审自己的订单），请增加人员，或在“订单设置”中更改评审规则',
      en: 'Nobody else reviews for these; add people, or change the review rules in Order settings',
    },
    named: departmentWords,
    to: '/collections/users',
    there: '/collections/users/create',
  },
  warehouses: {
    title: { zh: '仓库', en: 'Warehouses' },
    why: { zh: '至少一个成品仓', en: 'At least one for finished goods' },
    to: '/collections/warehouses',
    file: 'warehouses',
  },
  paymentTerms: {
    title: { zh: '收款条件', en: 'Payment terms' },
    why: { zh: '发票到期日由此而来', en: 'What says when an invoice falls due' },
    to: '/collections/payment-terms',
    file: 'payment-terms',
  },
  itemCategories: {
    title: { zh: '物料分类', en: 'Item categories' },
    why: { zh: '特征模板、最低毛利、最高折扣', en: 'Features, minimum margin, maximum discount' },
    to: '/collections/item-categories',
    file: 'item-categories',
  },
  items: {
    title: { zh: '物料、单位与税率', en: 'Items, units and tax rates' },
    why: { zh: '先导入物料，再导入多单位换算', en: 'Items first, then their other units' },
    to: '/collections/items',
    file: 'items',
  },
  customerCategories: {
    title: { zh: '客户类别', en: 'Customer categories' },
    why: { zh: '新客户的默认条件', en: 'What new customers begin with' },
    to: '/collections/customer-categories',
    file: 'customer-categories',
  },
  customers: {
    title: { zh: '客户', en: 'Customers' },
    why: { zh: '业务员、收款条件、开票资料', en: 'Salesperson, terms, invoice data' },
    to: '/collections/customers',
    file: 'customers',
  },
  exchangeRates: {
    title: { zh: '汇率', en: 'Exchange rates' },
    why: { zh: '外币客户须有汇率', en: 'Customers in foreign currency need one' },
    to: '/collections/exchange-rates',
    there: '/collections/exchange-rates/create',
    file: 'exchange-rates',
  },
  openingDay: {
    title: { zh: '启用日', en: 'Opening day' },
    why: {
      zh: '从哪一天起在此录入业务；之前的作为期初或历史导入',
      en: 'From which day on business is entered here; what is earlier is imported',
    },
    to: '/globals/company',
  },
  openingStock: {
    title: { zh: '期初库存', en: 'Opening stock' },
    why: { zh: '启用日的现存量与成本；没有可不填', en: 'What lies there on the opening day, with its cost; leave out if nothing does' },
    to: '/collections/stock-receipts',
    file: 'opening-stock',
  },
  openingReceivables: {
    title: { zh: '期初应收', en: 'Opening receivables' },
    why: { zh: '启用日客户所欠；没有可不填', en: 'What customers owe on the opening day; leave out if nothing' },
    to: '/collections/invoices',
    file: 'opening-receivables',
  },
  availability: {
    title: { zh: '可用量方式', en: 'Availability mode' },
    why: {
      zh: '现在库存不足的订单不能保存；按单生产的，请改为“检查”或“不检查”，或先录入期初库存',
      en: 'Orders beyond what is in stock are refused now; who makes goods to order chooses Check or Off, or enters the opening stock first',
    },
    to: '/globals/availability-settings',
  },
  firstOrder: {
    title: { zh: '第一张订单', en: 'The first order' },
    why: { zh: '新建 → 提交评审 → 审核 → 发货 → 开票 → 收款', en: 'Enter → submit → approve → deliver → invoice → receipt' },
    lacks: { zh: '已录入，尚未审核', en: 'Entered, not approved yet' },
    to: '/collections/orders/create',
    there: '/collections/orders',
  },
}

export const setupSpoken = inLanguages({
  title: { zh: '开始使用', en: 'Getting started' },
  lead: {
    zh: '按顺序完成以下各项，即可录入并审核第一张订单。',
    en: 'Take these in order; then the first order can be entered and approved.',
  },
  ready: { zh: '可以开始了：录入第一张订单。', en: 'Everything is there: enter the first order.' },
  open: { zh: '录入', en: 'Enter' },
  file: { zh: '从表格导入', en: 'From a spreadsheet' },
  missing: { zh: '尚缺', en: 'Missing' },
  colon: { zh: '：', en: ': ' },
  between: { zh: '、', en: ', ' },
  optional: { zh: '可选', en: 'optional' },
  done: { zh: '已完成', en: 'done' },
  todo: { zh: '待完成', en: 'to do' },
})
