import type { CollectionConfig } from 'payload'

import { readsCost } from '@/src/access/fieldRights'

import { areas, businessDateField, relation, shortText } from '../fields'
import { oneAtATime } from '../oneAtATime'

const whole = (name: string, zh: string, en: string) => ({
  name,
  type: 'number' as const,
  label: { zh, en },
  index: false,
  custom: { scale: 0 },
  admin: { disableListColumn: true }, // places among the records of the database are no figures of the business
})

/** 出入库流水: the stock ledger, one append-only row per movement, each naming the document, line and version it comes from. */
export const StockEntries: CollectionConfig = {
  slug: 'stock-entries',
  labels: { singular: { zh: '库存流水', en: 'Stock entry' }, plural: { zh: '库存流水', en: 'Stock entries' } },
  defaultSort: '-id',
  admin: {
    group: areas.stock,
    useAsTitle: 'id',
    defaultColumns: ['businessDate', 'account', 'item', 'warehouse', 'qty', 'sourceSlug', 'causeSlug'],
    enableListViewSelectAPI: true,
  },
  ...oneAtATime,
  fields: [
    businessDateField('businessDate', { zh: '日期', en: 'Date' }, { required: true, index: true }),
    businessDateField('dueDate', { zh: '预计日期', en: 'Due' }),
    shortText('account', { zh: '账户', en: 'Account' }, { required: true, custom: { speaks: 'stockAccounts' } }),
    relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
    relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses'),
    shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { defaultValue: '', required: true, maxLength: 100 }),
    { name: 'qty', type: 'number', required: true, label: { zh: '数量', en: 'Quantity' }, custom: { scale: 4 } },
    {
      name: 'value',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { zh: '金额', en: 'Value' },
      custom: { scale: 2 },
      access: { read: readsCost },
    },
    { name: 'unitCost', type: 'number', label: { zh: '单位成本', en: 'Unit cost' }, custom: { scale: 6 }, access: { read: readsCost } },
    shortText('sourceSlug', { zh: '来源单据', en: 'Source' }, { required: true, custom: { speaks: 'kinds' } }),
    { ...whole('sourceId', '来源编号', 'Source id'), required: true },
    shortText('sourceLine', { zh: '来源行', en: 'Source line' }, { defaultValue: '', admin: { disableListColumn: true } }),
    { ...whole('sourceVersion', '来源版本', 'Source version'), required: true },
    shortText('causeSlug', { zh: '起因单据', en: 'Cause' }, { required: true, custom: { speaks: 'kinds' } }),
    { ...whole('causeId', '起因编号', 'Cause id'), required: true },
    whole('reverses', '冲销流水', 'Reverses'),
  ],
}
