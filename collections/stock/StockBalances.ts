import type { CollectionConfig, Field } from 'payload'

import { readsCost } from '@/src/access/fieldRights'

import { areas, type Label, relation, shortText, yesNo } from '../fields'
import { oneAtATime } from '../oneAtATime'

const figure = (name: string, label: Label): Field => ({
  name,
  type: 'number',
  label,
  defaultValue: 0,
  required: true,
  custom: { scale: 4 },
})

/** 现存量: what each item, warehouse and batch holds and promises. Written by the stock ledger only. */
export const StockBalances: CollectionConfig = {
  slug: 'stock-balances',
  labels: { singular: { zh: '现存量', en: 'Stock balance' }, plural: { zh: '现存量', en: 'Stock balances' } },
  admin: {
    group: areas.stock,
    useAsTitle: 'id',
    defaultColumns: ['item', 'warehouse', 'batchNo', 'onHand', 'frozen', 'reserved', 'available'],
    enableListViewSelectAPI: true,
  },
  ...oneAtATime,
  fields: [
    relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
    relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses'),
    shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { defaultValue: '', required: true, maxLength: 100 }),
    figure('onHand', { zh: '现存量', en: 'On hand' }),
    figure('frozen', { zh: '冻结量', en: 'Frozen' }),
    figure('reserved', { zh: '占用量', en: 'Reserved' }),
    figure('expectedIn', { zh: '预计入库', en: 'Expected in' }),
    figure('expectedTransfers', { zh: '调拨在途', en: 'Expected by transfer' }),
    figure('expectedInspection', { zh: '待检', en: 'Expected from inspection' }),
    figure('available', { zh: '可用量', en: 'Available' }),
    {
      name: 'value',
      type: 'number',
      label: { zh: '金额', en: 'Value' },
      defaultValue: 0,
      required: true,
      custom: { scale: 2 },
      access: { read: readsCost },
    },
    yesNo('controlled', { zh: '可用量控制', en: 'Controlled' }, { defaultValue: false, required: true }),
  ],
}
