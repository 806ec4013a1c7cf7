import { choice, yesNo } from '../fields'
import { moments, settingsGlobal } from './settingsGlobal'

/** 可用量. Control refuses the save, check warns; item and category may differ from the company. */
export const availabilitySettings = settingsGlobal({
  slug: 'availability-settings',
  label: { zh: '可用量设置', en: 'Availability settings' },
  fields: [
    choice(
      'mode',
      { zh: '方式', en: 'Mode' },
      [
        { value: 'control', label: { zh: '控制', en: 'Control' } },
        { value: 'check', label: { zh: '检查', en: 'Check' } },
        { value: 'off', label: { zh: '不检查', en: 'Off' } },
      ],
      { required: true, defaultValue: 'control' },
    ),
    choice('moment', { zh: '时点', en: 'Moment' }, moments, { required: true, defaultValue: 'save' }),
    yesNo('checkOrder', { zh: '检查订单', en: 'Check orders' }, { defaultValue: true }),
    yesNo('checkDelivery', { zh: '检查发货单', en: 'Check deliveries' }, { defaultValue: true }),
    yesNo('checkTransfer', { zh: '检查调拨单', en: 'Check transfers' }, { defaultValue: true }),
    yesNo('expectedWorkOrders', { zh: '计入工单预计入库', en: 'Count expected work orders' }),
    yesNo('expectedTransfers', { zh: '计入调拨在途', en: 'Count transfers in transit' }),
    yesNo('expectedInspection', { zh: '计入待检', en: 'Count goods under inspection' }),
    yesNo('dated', { zh: '按日期推算', en: 'Dated running balance' }),
    yesNo('proposeBatches', { zh: '发货自动建议批号（先进先出）', en: 'Propose batches, oldest first' }),
    choice(
      'costPer',
      { zh: '移动平均成本按', en: 'Moving average per' },
      [
        { value: 'item', label: { zh: '物料', en: 'Item' } },
        { value: 'itemWarehouse', label: { zh: '物料与仓库', en: 'Item and warehouse' } },
      ],
      { required: true, defaultValue: 'item' },
    ),
  ],
})
