import type { Words } from './words'

const term = (zh: string, en: string): Words => ({ zh, en })

/**
 * What the business calls its things, on screens, sheets, reports and in files alike. A word that stands here is said in no other way
 * anywhere: a test looks through every pair of words of the house.
 */
export const terms = {
  customer: term('客户', 'Customer'),
  customerCode: term('客户编码', 'Customer code'),
  contact: term('联系人', 'Contact'),
  phone: term('电话', 'Phone'),
  deliveryAddress: term('送货地址', 'Delivery address'),
  taxNo: term('税号', 'Tax number'),
  salesperson: term('业务员', 'Salesperson'),
  paymentTerms: term('收款条件', 'Payment terms'),
  currency: term('币种', 'Currency'),
  item: term('物料', 'Item'),
  itemCode: term('品号', 'Item code'),
  unit: term('单位', 'Unit'),
  qty: term('数量', 'Quantity'),
  price: term('单价', 'Price'),
  taxRate: term('税率', 'Tax rate'),
  taxAmount: term('税额', 'Tax'),
  net: term('无税金额', 'Net'),
  netPrice: term('无税单价', 'Net price'),
  gross: term('价税合计', 'Gross'),
  taxMode: term('价税方式', 'Tax mode'),
  exempt: term('免税', 'Exempt'),
  batchNo: term('批号', 'Batch no.'),
  warehouse: term('仓库', 'Warehouse'),
  date: term('日期', 'Date'),
  remark: term('备注', 'Remark'),
  revision: term('版次', 'Revision'),
  headerDiscount: term('整单折扣', 'Header discount'),
  freight: term('运费（含税）', 'Freight (tax incl.)'),
  minPrice: term('最低售价', 'Minimum price'),
  pricePolicy: term('价格政策', 'Price policy'),
  quote: term('报价单', 'Quotation'),
  deliveryNote: term('发货单', 'Delivery'),
  creditNote: term('红字发票', 'Credit note'),
  receipt: term('收款单', 'Receipt'),
  creditLimit: term('信用额度', 'Credit limit'),
  apiKey: term('程序密钥', 'API key'),
  signingSecret: term('签名密钥', 'Signing secret'),
  secondFactor: term('两步验证', 'Second factor'),
} as const satisfies Record<string, Words>
