import type { ClientBase } from 'pg'

import { insertSelect, stamps } from '@/src/imports/staging/insertSelect'

export type Sizes = { customers: number; items: number; salespeople: number; departments: number }

/** How many there are grows with the root of what is sold: a house ten times as large has three times the customers. */
export const sizesOf = (lines: number): Sizes => ({
  customers: Math.max(20, Math.round(2 * Math.sqrt(lines))),
  items: Math.max(50, Math.round(5 * Math.sqrt(lines))),
  salespeople: Math.max(4, Math.min(40, Math.round(Math.sqrt(lines) / 25))),
  departments: Math.max(2, Math.min(8, Math.round(Math.sqrt(lines) / 125))),
})

const one = (values: readonly string[], chance: string): string =>
  `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + floor(${chance} * ${String(values.length)})::int]`
const chance = (what: string): string => `pg_temp.chance(n, '${what}')`

const cities = ['上海', '苏州', '宁波', '杭州', '深圳', '东莞', '佛山', '青岛', '天津', '成都', '武汉', '厦门']
const trades = ['机电', '五金', '照明', '厨具', '文具', '家居', '汽配', '电子', '包装', '纺织']
const forms = ['有限公司', '贸易有限公司', '实业有限公司', '进出口有限公司']
const goods = ['支架', '外壳', '端子', '导轨', '垫片', '旋钮', '面板', '滑块', '弹簧', '接头', '把手', '铰链']
const metals = ['不锈钢', '铝合金', '黄铜', '尼龙', '镀锌', '碳钢']

/** Departments, people, customers, items, a warehouse: codes and names as a maker of parts would give them. */
export async function writeMasters(client: ClientBase, sizes: Sizes): Promise<void> {
  const insert = (into: string, values: Record<string, string>, count: number): Promise<number> =>
    insertSelect({ client, into, values: { ...values, ...stamps }, from: `from generate_series(1, ${String(count)}) n order by n` })
  await insert('departments', { code: `'GD' || n`, name: `'销售' || n || '部'` }, sizes.departments)
  await insert(
    'users',
    {
      email: `'sales' || n || '@books.invalid'`,
      name: `${one(['王', '李', '张', '刘', '陈', '杨', '赵', '黄'], chance('family'))} || ${one(['伟', '芳', '敏', '静', '强', '磊', '洋', '艳'], chance('given'))} || n`,
      department_id: `(select id from departments where code = 'GD' || 1 + (n - 1) % ${String(sizes.departments)})`,
      language: `'zh'`,
      email_notifications: 'false',
    },
    sizes.salespeople,
  )
  await client.query(
    `insert into users_roles ("order", parent_id, value) select 1, id, 'sales' from users where email like '%@books.invalid' order by id`,
  )
  await insert('customer_categories', { code: `'GC' || n`, name: one(['经销商', '直销', '出口', '电商'], '(n - 1) / 4.0') }, 4)
  await insert('item_categories', { code: `'GI' || n`, name: one(goods, '(n - 1) / 12.0') }, goods.length)
  await insert('warehouses', { code: `'GW'`, name: `'成品仓'`, kind: `'goods'`, active: 'true' }, 1)
  await client.query(`create temp table g_people on commit drop as
    select row_number() over (order by id)::int as place, id, department_id from users where email like '%@books.invalid'`)
  await insert(
    'customers',
    {
      code: `'GK' || lpad(n::text, 6, '0')`,
      name: `${one(cities, chance('city'))} || ${one(trades, chance('trade'))} || n || ${one(forms, chance('form'))}`,
      category_id: `(select min(id) from customer_categories where code = 'GC' || 1 + n % 4)`,
      salesperson_id: `(select id from g_people p where p.place = 1 + floor(${chance('keeper')} * ${String(sizes.salespeople)})::int)`,
      department_id: `(select department_id from g_people p where p.place = 1 + floor(${chance('keeper')} * ${String(sizes.salespeople)})::int)`,
      status: `'active'`,
      currency: `'CNY'`,
      tax_mode: `'exclusive'`,
      region: one(['华东', '华南', '华北', '西南'], chance('region')),
      channel: one(['线下', '线上', '出口'], chance('channel')),
      city: one(cities, chance('city')),
    },
    sizes.customers,
  )
  await insert(
    'items',
    {
      code: `'GP' || lpad(n::text, 6, '0')`,
      name: `${one(metals, chance('metal'))} || ${one(goods, chance('goods'))} || ' ' || n`,
      specification: `10 + floor(${chance('width')} * 90)::int || '×' || 10 + floor(${chance('length')} * 190)::int`,
      kind: `'goods'`,
      category_id: `(select id from item_categories where code = 'GI' || 1 + floor(${chance('goods')} * ${String(goods.length)})::int)`,
      unit: `'PCS'`,
      tax_rate: '13',
      list_price: `round((2 * exp(${chance('price')} * 5))::numeric, 2)`,
      batch_controlled: 'false',
      availability_mode: `'inherit'`,
      lead_time_days: `3 + floor(${chance('lead')} * 25)::int`,
      active: 'true',
    },
    sizes.items,
  )
  await client.query(`create temp table g_customers on commit drop as
    select substr(code, 3)::int as n, id, name, salesperson_id, department_id, region, channel,
      floor(power(pg_temp.chance(substr(code, 3)::bigint, 'habit'), 3) * 75)::int as late
    from customers where code like 'GK%'`)
  await client.query(`create temp table g_items on commit drop as
    select substr(code, 3)::int as n, id, name, list_price, round(list_price * (0.5 + 0.3 * pg_temp.chance(substr(code, 3)::bigint, 'cost'))::numeric, 4) as cost
    from items where code like 'GP%'`)
  for (const table of ['g_people', 'g_customers', 'g_items']) await client.query(`analyze ${table}`)
}
