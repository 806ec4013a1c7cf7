/** How other systems and public sets head their lists, and what each heading stands for here: `-` nothing that is taken in. */
export const headingsOfOthers: ReadonlyArray<{ kind: string; source: string; said: string }> = [
  {
    kind: 'customers',
    source: 'U8',
    said: '客户编码→code  客户名称→name  客户简称→shortName  所属分类→category  所属地区→region  发展日期→-  分管部门→department  专管业务员→salesperson  税号→taxNo  开户银行→bank  银行账号→bankAccount  信用额度→creditLimit  信用期限→creditDays  付款条件→paymentTerms  联系人→contact  电话→phone  手机→-  地址→address  发货地址→-  邮政编码→-  币种→currency',
  },
  {
    kind: 'customers',
    source: 'Kingdee',
    said: '编码→code  名称→name  简称→shortName  客户分组→category  国家→country  省份→province  城市→city  通讯地址→address  联系电话→phone  纳税登记号→taxNo  结算币别→currency  收款条件→paymentTerms  销售员→salesperson  销售部门→department  对应集团客户→-  发票类型→-  默认税率→-  信用额度→creditLimit',
  },
  {
    kind: 'customers',
    source: 'classicmodels',
    said: 'customerNumber→code  customerName→name  contactLastName→-  contactFirstName→-  phone→phone  addressLine1→address  addressLine2→-  city→city  state→province  postalCode→-  country→country  salesRepEmployeeNumber→salesperson  creditLimit→creditLimit',
  },
  {
    kind: 'customers',
    source: 'northwind',
    said: 'CustomerID→code  CompanyName→name  ContactName→contact  ContactTitle→-  Address→address  City→city  Region→region  PostalCode→-  Country→country  Phone→phone  Fax→-',
  },
  {
    kind: 'customers',
    source: 'wwi',
    said: 'CustomerID→code  CustomerName→name  BillToCustomerID→billTo  CustomerCategoryID→category  CreditLimit→creditLimit  PaymentDays→creditDays  PhoneNumber→phone  DeliveryAddressLine1→address',
  },
  {
    kind: 'customers',
    source: 'contoso',
    said: 'CustomerKey→code  Name→name  City→city  State Code→-  State→province  Zip Code→-  Country→country  Continent→-  Birthday→-',
  },
  {
    kind: 'items',
    source: 'U8',
    said: '存货编码→code  存货名称→name  规格型号→specification  存货分类→category  主计量单位→unit  税率→taxRate  参考售价→listPrice  参考成本→-  最低售价→minPrice  是否批次管理→batchControlled  停用日期→-  条形码→-',
  },
  {
    kind: 'items',
    source: 'Kingdee',
    said: '编码→code  名称→name  规格型号→specification  物料属性→-  存货类别→category  基本单位→unit  库存单位→-  默认税率→taxRate  参考价→listPrice  批号管理→batchControlled  固定提前期→leadTimeDays',
  },
  {
    kind: 'items',
    source: 'classicmodels',
    said: 'productCode→code  productName→name  productLine→category  productScale→-  productVendor→-  productDescription→-  quantityInStock→-  buyPrice→-  MSRP→listPrice',
  },
  {
    kind: 'items',
    source: 'northwind',
    said: 'ProductID→code  ProductName→name  SupplierID→-  CategoryID→category  QuantityPerUnit→-  UnitPrice→listPrice  UnitsInStock→-  ReorderLevel→-  Discontinued→-',
  },
  {
    kind: 'items',
    source: 'contoso',
    said: 'ProductKey→code  Product Name→name  Brand→-  Color→-  Unit Cost USD→-  Unit Price USD→-  SubcategoryKey→-  Subcategory→-  CategoryKey→-  Category→category',
  },
  {
    kind: 'items',
    source: 'adventureworks',
    said: 'ProductID→code  Name→name  ProductNumber→-  StandardCost→-  ListPrice→listPrice  Size→-  ProductSubcategoryID→-',
  },
  {
    kind: 'sales-history',
    source: 'U8',
    said: '发票号→no  开票日期→date  客户编码→customer  客户简称→-  存货编码→item  存货名称→-  规格型号→-  主计量→unit  数量→qty  无税单价→price  含税单价→-  本币无税金额→-  本币税额→-  本币价税合计→-  原币无税金额→net  原币价税合计→gross  税率(%)→taxRate  币种→currency  汇率→exchangeRate  业务员→salesperson  部门名称→department  仓库→-  批号→batchNo',
  },
  {
    kind: 'sales-history',
    source: 'Kingdee',
    said: '单据编号→no  业务日期→date  客户→customer  物料编码→item  物料名称→-  计价单位→unit  计价数量→qty  含税单价→price  税率%→taxRate  折扣率%→discountRate  价税合计→gross  金额→net  销售员→salesperson  销售部门→department  币别→currency  汇率→exchangeRate',
  },
  {
    kind: 'sales-history',
    source: 'superstore',
    said: 'Row ID→-  Order ID→no  Order Date→date  Ship Date→-  Ship Mode→-  Customer ID→customer  Customer Name→-  Segment→-  Country→-  City→-  State→-  Postal Code→-  Region→region  Product ID→item  Category→-  Sub-Category→-  Product Name→-  Sales→net  Quantity→qty  Discount→discountRate  Profit→-',
  },
  {
    kind: 'sales-history',
    source: 'online retail II',
    said: 'Invoice→no  StockCode→item  Description→-  Quantity→qty  InvoiceDate→date  Price→price  Customer ID→customer  Country→-',
  },
  {
    kind: 'sales-history',
    source: 'chinook',
    said: 'InvoiceId→no  CustomerId→customer  InvoiceDate→date  BillingCity→-  BillingCountry→-  InvoiceLineId→-  TrackId→item  UnitPrice→price  Quantity→qty  Total→gross',
  },
  {
    kind: 'sales-history',
    source: 'classicmodels sales',
    said: 'ORDERNUMBER→no  QUANTITYORDERED→qty  PRICEEACH→price  ORDERLINENUMBER→-  SALES→net  ORDERDATE→date  STATUS→cancelled  PRODUCTLINE→-  MSRP→-  PRODUCTCODE→item  CUSTOMERNAME→customer  PHONE→-  CITY→-  COUNTRY→-  TERRITORY→region  DEALSIZE→-',
  },
  {
    kind: 'sales-history',
    source: 'contoso',
    said: 'Order Number→no  Line Number→-  Order Date→date  Delivery Date→-  CustomerKey→customer  StoreKey→-  ProductKey→item  Quantity→qty  Unit Price→price  Net Price→-  Unit Cost→cost  Currency Code→currency  Exchange Rate→exchangeRate',
  },
  {
    kind: 'sales-history',
    source: 'wwi',
    said: 'InvoiceID→no  InvoiceDate→date  CustomerID→customer  SalespersonPersonID→salesperson  StockItemID→item  Description→-  Quantity→qty  UnitPrice→price  TaxRate→taxRate  TaxAmount→tax  ExtendedPrice→-',
  },
  {
    kind: 'sales-history',
    source: 'northwind',
    said: 'OrderID→no  CustomerID→customer  EmployeeID→salesperson  OrderDate→date  ShipVia→-  Freight→freight  ShipRegion→region  ProductID→item  UnitPrice→price  Quantity→qty  Discount→discountRate',
  },
  {
    kind: 'sales-history',
    source: 'olist',
    said: 'order_id→no  order_item_id→-  product_id→item  seller_id→-  price→price  freight_value→lineFreight  customer_id→customer  order_purchase_timestamp→date',
  },
  {
    kind: 'sales-history',
    source: 'zh superstore',
    said: '行 ID→-  订单 ID→no  订单日期→date  发货日期→-  邮寄方式→-  客户 ID→customer  客户名称→-  细分→-  城市→-  省/自治区→-  国家/地区→-  地区→region  产品 ID→item  类别→-  子类别→-  产品名称→-  销售额→net  数量→qty  折扣→discountRate  利润→-',
  },
  {
    kind: 'opening-receivables',
    source: 'U8',
    said: '发票号→no  单据日期→date  客户编码→customer  客户名称→-  币种→currency  本币金额→-  本币余额→-  部门→department  业务员→salesperson  到期日→dueDate',
  },
  {
    kind: 'opening-receivables',
    source: 'Kingdee',
    said: '单据编号→no  业务日期→date  到期日→dueDate  客户→customer  价税合计→amount  未核销金额→openAmount  币别→currency',
  },
  {
    kind: 'opening-stock',
    source: 'U8',
    said: '仓库编码→warehouse  仓库名称→-  存货编码→item  存货名称→-  主计量单位→unit  结存数量→qty  结存单价→cost  结存金额→-  批号→batchNo',
  },
  {
    kind: 'opening-stock',
    source: 'Kingdee',
    said: '仓库→warehouse  物料编码→item  物料名称→-  批号→batchNo  基本单位→unit  期初数量→qty  单价→cost  期初金额→-',
  },
  {
    kind: 'opening-orders',
    source: 'U8',
    said: '订单号→no  订单日期→date  客户编码→customer  客户简称→-  业务员→salesperson  存货编码→item  数量→qty  主计量→unit  原币含税单价→price  原币价税合计→gross  税率(%)→taxRate  预发货日期→deliveryDate  累计发货数量→deliveredQty  累计开票数量→invoicedQty',
  },
]
