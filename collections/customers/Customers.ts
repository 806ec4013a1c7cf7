import type { FieldAccess } from 'payload'

import { departmentOfSalesperson } from '@/hooks/masters/departmentOfSalesperson'
import { fillCategoryDefaults, giveBackToCategory } from '@/hooks/masters/fillCategoryDefaults'
import { readsTree } from '@/hooks/masters/keepTree'
import { creditByTwo } from '@/hooks/masters/twoPersons'
import { termsOfCard } from '@/src/domain/credit/loosenedCredit'
import { keepPayer } from '@/hooks/masters/keepPayer'
import { keepTitles } from '@/hooks/masters/keepTitles'
import { refuseCycle } from '@/hooks/masters/refuseCycle'
import { rememberKeysAfterChange, warnOfDuplicates } from '@/hooks/masters/warnOfDuplicates'
import { hasRole } from '@/src/access/roles'
import { idOf } from '@/src/domain/kernel/idOf'
import { payerDeciders } from '@/src/domain/customers/decidePayerChange'

import {
  areas,
  choice,
  codeField,
  creditGroup,
  customerMarket,
  currencyField,
  nameField,
  readOnlyField,
  recordedJson,
  relation,
  remark,
  shortText,
  taxModeField,
} from '../fields'
import type { Option } from '../fields'
import { addresses, contacts, inherits, invoiceTitles } from './customerFields'
import { documentMails, documentNotes } from '../documentCollection'
import { masterCollection } from '../masterCollection'

export const customerStatuses: readonly Option[] = [
  { value: 'active', label: { zh: '正常', en: 'Active' } },
  { value: 'frozen', label: { zh: '冻结', en: 'Frozen' } },
  { value: 'disabled', label: { zh: '停用', en: 'Disabled' } },
]

const customerLanguages: readonly Option[] = [
  { value: 'zh', label: { zh: '中文', en: 'Chinese' } },
  { value: 'en', label: { zh: '英文', en: 'English' } },
]

/** 信用: the tab with limit, exposure, ageing, alarms and ratings of the customer. */
const creditTab = {
  Component: '/src/admin/views/opened#CreditTab',
  path: '/credit' as const,
  tab: { label: ({ t }: { t: (key: 'gendan:credit') => string }) => t('gendan:credit'), href: '/credit' as const },
}

/** 客户卡片: what one asks of a customer, beside its record. */
const cardTab = {
  Component: '/src/admin/views/opened#CustomerCard',
  path: '/card' as const,
  tab: { label: ({ t }: { t: (key: 'gendan:customerCard') => string }) => t('gendan:customerCard'), href: '/card' as const },
}

/** Who pays and at which tax: figures that scale every guard are finance's to set. */
const mayDecide: FieldAccess = ({ req }) => hasRole(req.user, ...payerDeciders)
const financeDecides = { create: mayDecide, update: mayDecide }

/** 客户档案. Credit, receivables and ageing follow the bill-to customer; freezing stops new documents. */
export const Customers = masterCollection({
  slug: 'customers',
  labels: { singular: { zh: '客户', en: 'Customer' }, plural: { zh: '客户', en: 'Customers' } },
  area: areas.customers,
  title: 'name',
  columns: ['code', 'name', 'category', 'salesperson', 'status'],
  search: ['code', 'name', 'shortName'],
  admin: {
    components: {
      edit: {
        beforeDocumentControls: [
          '/src/admin/views/opened#CustomerPriceBook',
          '/src/admin/views/opened#ChangePayer',
          '/src/admin/views/opened#MergeCustomer',
        ],
      },
    },
  },
  tabs: { card: cardTab, credit: creditTab, mails: documentMails, notes: documentNotes },
  fields: [
    codeField({ zh: '客户编码', en: 'Customer code' }),
    nameField({ zh: '客户名称', en: 'Customer name' }),
    shortText('shortName', { zh: '简称', en: 'Short name' }),
    relation('category', { zh: '客户类别', en: 'Category' }, 'customer-categories'),
    inherits,
    relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', {
      // a clerk who enters a customer without saying whose it is has entered his own; otherwise he would not see it again
      defaultValue: ({ user }: { user?: unknown }) => (hasRole(user, 'sales') ? (user as { id: number }).id : undefined),
    }),
    relation('department', { zh: '部门', en: 'Department' }, 'departments', {
      defaultValue: ({ user }: { user?: unknown }) => {
        const department = hasRole(user, 'sales', 'salesManager')
          ? (user as { department?: number | { id: number } | null }).department
          : null
        return idOf(department) ?? undefined
      },
    }),
    relation('billTo', { zh: '开票客户', en: 'Bill-to customer' }, 'customers', { access: financeDecides }),
    choice('status', { zh: '状态', en: 'Status' }, customerStatuses, {
      required: true,
      defaultValue: 'active',
      index: true,
      access: { update: ({ req }) => hasRole(req.user, 'salesManager', 'finance', 'generalManager', 'admin') },
    }),
    currencyField(),
    taxModeField(),
    relation('taxCategory', { zh: '税收类别', en: 'Tax category' }, 'tax-categories', {
      access: financeDecides,
      admin: { description: { zh: '填写时代替物料的税率', en: 'When set, it takes the place of the items’ rates' } },
    }),
    relation('paymentTerms', { zh: '收款条件', en: 'Payment terms' }, 'payment-terms'),
    choice('language', { zh: '往来语言', en: 'Language' }, customerLanguages, {
      admin: {
        description: {
          zh: '寄给客户的单据与邮件用此语言；空 = 寄件人的语言',
          en: 'Sheets and mails to the customer; empty = as the sender',
        },
      },
    }),
    shortText('priceLevel', { zh: '价格级别', en: 'Price level' }, { maxLength: 50 }),
    ...customerMarket(),
    shortText('invoiceTitle', { zh: '发票抬头', en: 'Invoice title' }),
    shortText('taxNo', { zh: '税号', en: 'Tax number' }, { maxLength: 50 }),
    shortText('bank', { zh: '开户银行', en: 'Bank' }),
    shortText('bankAccount', { zh: '银行账号', en: 'Bank account' }, { maxLength: 100 }),
    shortText('invoiceAddress', { zh: '开票地址', en: 'Invoice address' }),
    shortText('invoicePhone', { zh: '开票电话', en: 'Invoice phone' }, { maxLength: 50 }),
    invoiceTitles,
    contacts,
    addresses,
    creditGroup(),
    readOnlyField(
      relation('mergedInto', { zh: '已并入', en: 'Merged into' }, 'customers', {
        admin: { condition: (doc) => Boolean(doc?.['mergedInto']) },
      }),
    ),
    remark(),
    readOnlyField(recordedJson('checks', { zh: '检查结果', en: 'Findings' })),
  ],
  locksFirst: [readsTree('customer-categories')],
  hooks: {
    beforeOperation: [giveBackToCategory, creditByTwo('credit', termsOfCard)],
    beforeValidate: [fillCategoryDefaults, departmentOfSalesperson, keepTitles],
    beforeChange: [refuseCycle('billTo'), keepPayer, warnOfDuplicates],
    afterChange: [rememberKeysAfterChange],
  },
})
