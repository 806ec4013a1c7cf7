import { keepersOf } from './keepersOf'
import { masterKind } from './masterKind'

export const itemCategories = masterKind({
  kind: 'item-categories',
  slug: 'item-categories',
  namedByName: true,
  title: { zh: '物料分类', en: 'Item categories' },
  roles: keepersOf('item-categories'),
  fields: [
    {
      field: 'code',
      required: false,
      also: ['分类编码', '存货分类编码', 'category id', 'product category id', 'product subcategory id'],
      example: 'IC1',
      note: { zh: '留空取名称', en: 'Empty = the name' },
    },
    {
      field: 'name',
      also: ['分类名称', '存货分类', '存货分类名称', '物料分类', '类别', '品类', 'category', 'category name', 'product category'],
      example: { zh: '铆钉', en: 'Rivets' },
    },
    { field: 'parent', also: ['上级', '上级类别'] },
    { field: 'minMarginRate' },
    { field: 'markupRate' },
    { field: 'maxDiscountRate' },
    { field: 'availabilityMode' },
  ],
})

export const items = masterKind({
  kind: 'items',
  slug: 'items',
  title: { zh: '物料', en: 'Items' },
  note: {
    zh: '空格表示“不说”。停产物料填“启用 = 否”，历史单据仍可引用。免税填“免税”，与 0% 不同。',
    en: 'An empty cell says nothing. Discontinued items are "active = no" and may still stand in history. Write "exempt" where no tax is due; that is not 0 %.',
  },
  roles: keepersOf('items'),
  rowsStandAlone: true,
  fields: [
    {
      field: 'code',
      also: [
        'product key',
        'stock item id',
        'track id',
        '存货编码',
        '物料编码',
        '商品编码',
        '产品编号',
        '物料代码',
        'item',
        'sku',
        'item no',
        'product id',
        'stockcode',
      ],
      example: 'GZK-2000',
    },
    {
      field: 'name',
      also: ['stock item name', '存货名称', '物料名称', '商品名称', '产品名称', '名称', 'description', 'product name'],
      example: { zh: '工字扣 20', en: 'Jeans button 20' },
    },
    { field: 'nameEn', also: ['英文名', '英文品名', 'english name'] },
    { field: 'specification', also: ['规格型号', '型号'] },
    { field: 'kind' },
    { field: 'category', also: ['存货类别', '物料分组', 'product line', 'category id', '存货分类', '所属分类', '分类', '类别'] },
    { field: 'unit', also: ['基本单位', '主计量', '计量单位', '主计量单位', '单位', 'uom'], example: 'PCS' },
    { field: 'taxCategory' },
    { field: 'taxRate', also: ['默认税率', '销项税率'], example: '13%' },
    { field: 'listPrice', also: ['参考价', 'unit price', 'msrp', '参考售价', '标准售价', '售价', '单价', 'price'], example: '0.68' },
    { field: 'retailPrice' },
    { field: 'minPrice' },
    { field: 'minMarginRate' },
    { field: 'markupRate' },
    { field: 'batchControlled', also: ['批号管理', '是否批次管理'] },
    { field: 'availabilityMode' },
    { field: 'overDeliveryRate' },
    { field: 'leadTimeDays', also: ['固定提前期', '提前期'] },
    { field: 'bomReference' },
    { field: 'active', also: ['有效', 'enabled'] },
    { field: 'remark' },
  ],
})

export const warehouses = masterKind({
  kind: 'warehouses',
  slug: 'warehouses',
  namedByName: true,
  title: { zh: '仓库', en: 'Warehouses' },
  roles: keepersOf('warehouses'),
  fields: [
    {
      field: 'code',
      required: false,
      also: ['仓库编码', '仓库代码', 'warehouse id', 'location id'],
      example: 'W1',
      note: { zh: '留空取名称', en: 'Empty = the name' },
    },
    {
      field: 'name',
      also: ['仓库', '仓库名称', 'warehouse', 'warehouse name', 'location'],
      example: { zh: '成品仓', en: 'Finished goods' },
    },
    { field: 'nameEn', also: ['英文名', 'english name'] },
    { field: 'kind', example: { zh: '成品仓', en: 'Goods' } },
    { field: 'active' },
  ],
})
