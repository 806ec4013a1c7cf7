import { keepWarehouseKind } from '@/hooks/masters/keepWarehouseKind'

import { areas, choice, englishName, yesNo } from '../fields'
import { codedMaster } from '../masterCollection'

/** 仓库: only goods warehouses count as available for goods. */
export const Warehouses = codedMaster({
  slug: 'warehouses',
  labels: { singular: { zh: '仓库', en: 'Warehouse' }, plural: { zh: '仓库', en: 'Warehouses' } },
  area: areas.stock,
  columns: ['kind', 'active'],
  fields: [
    englishName(),
    choice(
      'kind',
      { zh: '类型', en: 'Kind' },
      [
        { value: 'goods', label: { zh: '成品仓', en: 'Goods' } },
        { value: 'sample', label: { zh: '样板仓', en: 'Samples' } },
        { value: 'return', label: { zh: '退货仓', en: 'Returns' } },
        { value: 'quarantine', label: { zh: '待检仓', en: 'Quarantine' } },
      ],
      { required: true, defaultValue: 'goods' },
    ),
    yesNo('active', { zh: '启用', en: 'Active' }, { defaultValue: true }),
  ],
  hooks: { beforeChange: [keepWarehouseKind] },
})
