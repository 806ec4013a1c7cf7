import type { Dimension } from './dimensions'

export type Level = {
  /** The key as the invoice knows it, or its line. Time is cut per invoice: text is made of the few groups at the end. */
  key: string
  of: 'document' | 'line'
  shown?: (key: string) => string
  join?: string
  /** The record behind the key and what is told of it, each as SQL of its alias. */
  names?: { table: string; columns: Readonly<Record<string, (of: string) => string>> }
}

const field =
  (name: string) =>
  (of: string): string =>
    `${of}.${name}`

const timeLevel = (cut: string, format: string): Level => ({
  key: `date_trunc('${cut}', y.date::timestamp)`,
  of: 'document',
  shown: (key) => `to_char(${key}, '${format}')`,
})

/** A word on the document itself or on its customer: the key is its own name. */
const word = (key: string, join?: string): Level => ({ key: `nullif(${key}, '')`, of: 'document', ...(join ? { join } : {}) })

const ofCustomer = 'left join customers cu on cu.id = i.customer_id'

/** Where a level takes its key from, and the record that names it. */
export const levels: Readonly<Record<Dimension, Level>> = {
  customer: {
    key: 'i.customer_id',
    of: 'document',
    names: { table: 'customers', columns: { customerCode: field('code'), customer: field('name') } },
  },
  customerCategory: {
    key: 'cu.category_id',
    of: 'document',
    join: ofCustomer,
    names: { table: 'customer_categories', columns: { customerCategory: field('name') } },
  },
  item: {
    key: 'i.item_id',
    of: 'line',
    names: {
      table: 'items',
      columns: { itemCode: field('code'), item: field('name'), specification: field('specification'), unit: field('unit') },
    },
  },
  itemCategory: {
    key: 'it.category_id',
    of: 'line',
    join: 'left join items it on it.id = i.item_id',
    names: { table: 'item_categories', columns: { itemCategory: field('name') } },
  },
  salesperson: { key: 'i.salesperson_id', of: 'document', names: { table: 'users', columns: { salesperson: field('name') } } },
  department: { key: 'i.department_id', of: 'document', names: { table: 'departments', columns: { department: field('name') } } },
  region: word('i.region'),
  channel: word('i.channel'),
  country: word('cu.country', ofCustomer),
  province: word('cu.province', ofCustomer),
  city: word('cu.city', ofCustomer),
  month: timeLevel('month', 'YYYY-MM'),
  quarter: timeLevel('quarter', 'YYYY-"Q"Q'),
  year: timeLevel('year', 'YYYY'),
  invoice: {
    key: 'i.id',
    of: 'document',
    names: {
      table: 'invoices',
      columns: {
        invoice: field('no'),
        invoiceDate: (of) => `to_char(${of}.date, 'YYYY-MM-DD')`,
        invoiceCustomer: (of) => `(select c.name from customers c where c.id = ${of}.customer_id)`,
      },
    },
  },
}
