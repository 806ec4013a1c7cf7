/** What a set comes to, told by hand: net by customer, by item and by month, and all of it with tax and freight. */
type Sums = {
  customers: Readonly<Record<string, string>>
  items: Readonly<Record<string, string>>
  months: Readonly<Record<string, string>>
  gross: string
}

export type SetOfOthers = {
  set: string
  /** a list of lines, and where they stand apart the heads of their documents */
  lines: string | Uint8Array
  heads?: string
  customers: readonly string[]
  items: readonly string[]
  /** what its sender answers */
  answers: Readonly<Record<string, string>>
  /** what is asked before */
  asked: readonly string[]
  /** headings that were not taken for what they are called, and what they stand for */
  seen?: Readonly<Record<string, string | null>>
  sums: Sums
}

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const rows = (...lines: readonly string[]): string => lines.join('\r\n')

/** Small files in the shapes of public sets and of exports of other systems, as they stand there, with what they come to. */
export const setsOfOthers: readonly SetOfOthers[] = [
  {
    set: "Chinook: the invoice's total in each of its lines is no line's amount, and is checked",
    lines: rows(
      'InvoiceId,CustomerId,InvoiceDate,BillingCity,BillingCountry,Total,InvoiceLineId,TrackId,UnitPrice,Quantity',
      '1,CH2,2009-01-01 00:00:00,Stuttgart,Germany,1.98,1,CHT2,0.99,1',
      '1,CH2,2009-01-01 00:00:00,Stuttgart,Germany,1.98,2,CHT4,0.99,1',
      '2,CH4,2009-01-02 00:00:00,Oslo,Norway,3.96,3,CHT2,0.99,1',
      '2,CH4,2009-01-02 00:00:00,Oslo,Norway,3.96,4,CHT4,0.99,1',
      '2,CH4,2009-01-02 00:00:00,Oslo,Norway,3.96,5,CHT6,1.98,1',
      '3,CH2,2009-02-11 00:00:00,Stuttgart,Germany,1.99,6,CHT8,1.99,1',
    ),
    customers: ['CH2', 'CH4'],
    items: ['CHT2', 'CHT4', 'CHT6', 'CHT8'],
    answers: {},
    asked: [],
    seen: { Total: 'documentTotal', UnitPrice: 'price' },
    sums: {
      customers: { CH2: '3.97', CH4: '3.96' },
      items: { CHT2: '1.98', CHT4: '1.98', CHT6: '1.98', CHT8: '1.99' },
      months: { '2009-01': '5.94', '2009-02': '1.99' },
      gross: '7.93',
    },
  },
  {
    set: 'Chinook as it is kept: invoices and their lines in two files',
    lines: rows('InvoiceLineId,InvoiceId,TrackId,UnitPrice,Quantity', '1,901,CKT2,0.99,1', '2,901,CKT4,0.99,1', '3,902,CKT2,0.99,3'),
    heads: rows(
      'InvoiceId,CustomerId,InvoiceDate,BillingAddress,BillingCity,BillingCountry,BillingPostalCode,Total',
      '901,CK2,1/31/2009 12:00:00 AM,"Theodor-Heuss-Straße 34",Stuttgart,Germany,70174,1.98',
      '902,CK4,2/1/2009 12:00:00 AM,"Ullevålsveien 14\r\nOslo",Oslo,Norway,0171,2.97',
      '903,CK4,2/2/2009 12:00:00 AM,x,Oslo,Norway,0171,0.99',
    ),
    customers: ['CK2', 'CK4'],
    items: ['CKT2', 'CKT4'],
    answers: {},
    asked: [],
    seen: { Total: 'documentTotal' },
    sums: {
      customers: { CK2: '1.98', CK4: '2.97' },
      items: { CKT2: '3.96', CKT4: '0.99' },
      months: { '2009-01': '1.98', '2009-02': '2.97' },
      gross: '4.95',
    },
  },
  {
    set: 'classicmodels: the list of orders sent as the first file, cancelled ones by their status',
    lines: rows(
      'orderNumber,orderDate,requiredDate,shippedDate,status,comments,customerNumber',
      '10100,2003-01-06,2003-01-13,2003-01-10,Shipped,NULL,363',
      '10101,2003-01-09,2003-01-18,2003-01-11,Shipped,"Check on availability.\nCall",128',
      '10167,2003-10-23,2003-10-30,NULL,Cancelled,"Customer called to cancel, ""too long""",128',
    ),
    heads: rows(
      'orderNumber,productCode,quantityOrdered,priceEach,orderLineNumber',
      '10100,S18_1749,30,136.00,3',
      '10100,S18_2248,50,55.09,2',
      '10101,S18_2248,25,108.06,4',
      '10167,S18_1749,44,123.76,9',
    ),
    customers: ['363', '128'],
    items: ['S18_1749', 'S18_2248'],
    answers: { mapping: '{"status":"cancelled"}' },
    asked: [],
    sums: {
      customers: { '363': '6834.50', '128': '2701.50' },
      items: { S18_1749: '4080.00', S18_2248: '5456.00' },
      months: { '2003-01': '9536.00' },
      gross: '9536.00',
    },
  },
  {
    set: 'Olist: one row a piece, freight of each row, no quantity at all, moments of buying',
    lines: rows(
      '"order_id","order_item_id","product_id","seller_id","shipping_limit_date","price","freight_value"',
      '"00143d0f","1","OLe95ee6","s1","2017-10-20 16:07:52",21.33,15.10',
      '"00143d0f","2","OLe95ee6","s1","2017-10-20 16:07:52",21.33,15.10',
      '"00143d0f","3","OLe95ee6","s1","2017-10-20 16:07:52",21.33,15.10',
      '"00010242","1","OL424473","s2","2017-09-19 09:45:35",58.90,13.29',
    ),
    heads: rows(
      '"order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at"',
      '"00143d0f","OL06b8","delivered","2017-10-13 20:44:11","2017-10-13 21:00:00"',
      '"00010242","OL3ce4","delivered","2017-09-30 23:59:59","2017-10-01 00:10:00"',
    ),
    customers: ['OL06b8', 'OL3ce4'],
    items: ['OLe95ee6', 'OL424473'],
    answers: { 'empty.qty': '1' },
    asked: [],
    seen: { freight_value: 'lineFreight', price: 'price' },
    sums: {
      customers: { OL06b8: '63.99', OL3ce4: '58.90' },
      items: { OLe95ee6: '63.99', OL424473: '58.90' },
      months: { '2017-10': '63.99', '2017-09': '58.90' },
      gross: '181.48',
    },
  },
  {
    set: 'AdventureWorks: subtotal, tax, freight and total of the order beside its lines, discounts as shares, prices with four decimals',
    lines: rows(
      'SalesOrderID,SalesOrderDetailID,CarrierTrackingNumber,OrderQty,ProductID,SpecialOfferID,UnitPrice,UnitPriceDiscount,LineTotal,rowguid',
      '43659,1,4911-403C-98,1,776,1,2024.994,0.00,2024.994000,a',
      '43659,2,4911-403C-98,3,777,1,2024.994,0.00,6074.982000,b',
      '43660,3,6431-4D57-83,2,776,2,874.794,0.02,1714.596240,c',
    ),
    heads: rows(
      'SalesOrderID,RevisionNumber,OrderDate,DueDate,Status,OnlineOrderFlag,CustomerID,SubTotal,TaxAmt,Freight,TotalDue,rowguid',
      '43659,8,2011-05-31 00:00:00.0000000 +00:00,2011-06-12 00:00:00,5,0,AW29825,8099.9760,647.9981,202.4994,8950.4735,d',
      '43660,8,2011-06-01T00:00:00Z,2011-06-12 00:00:00,5,0,AW29672,1714.5962,137.1677,42.8649,1894.6288,e',
    ),
    customers: ['AW29825', 'AW29672'],
    items: ['776', '777'],
    answers: { 'rates.discountRate': 'share', round: 'yes' },
    asked: ['rates'],
    seen: { LineTotal: 'net', TotalDue: 'documentTotal', TaxAmt: 'documentTax', Freight: 'freight' },
    sums: {
      customers: { AW29825: '8099.97', AW29672: '1714.60' },
      items: { '776': '3739.59', '777': '6074.98' },
      months: { '2011-05': '8099.97', '2011-06': '1714.60' },
      gross: '10845.10',
    },
  },
  {
    set: "a warehouse of sales: tax and freight of each line under the order's headings, days as figures",
    lines: rows(
      'ProductKey,OrderDateKey,CustomerKey,SalesOrderNumber,SalesOrderLineNumber,OrderQuantity,UnitPrice,ExtendedAmount,UnitPriceDiscountPct,DiscountAmount,ProductStandardCost,TotalProductCost,SalesAmount,TaxAmt,Freight,OrderDate',
      '310,20101229,21768,SO51900,1,1,3578.27,3578.27,0,0,2171.2942,2171.2942,3578.27,286.2616,89.4568,2010-12-29 00:00:00',
      '346,20101229,21768,SO51900,2,2,339.99,679.98,0,67.998,1912.1544,1912.1544,611.98,48.9586,15.2996,2010-12-29 00:00:00',
    ),
    customers: ['21768'],
    items: ['310', '346'],
    answers: { round: 'yes' },
    asked: [],
    seen: { Freight: 'lineFreight', TaxAmt: 'tax', SalesAmount: 'net', DiscountAmount: 'discountAmount' },
    sums: {
      customers: { '21768': '4190.25' },
      items: { '310': '3578.27', '346': '611.98' },
      months: { '2010-12': '4190.25' },
      gross: '4630.23',
    },
  },
  {
    set: 'a web shop: what the order says stands in its first row only, money off and tax of the whole order',
    lines: rows(
      'Name,Email,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
      '#1001,SH-a@x.example,2023-05-01 10:00:00 -0400,CNY,90.00,5.00,9.00,104.00,SAVE10,10.00,2,Cup,30.00,SH-CUP',
      '#1001,,,,,,,,,,4,Plate,10.00,SH-PLATE',
      '#1002,SH-b@x.example,2023-06-02 11:00:00 -0400,CNY,10.00,0.00,1.00,11.00,,0.00,1,Plate,10.00,SH-PLATE',
    ),
    customers: ['SH-a@x.example', 'SH-b@x.example'],
    items: ['SH-CUP', 'SH-PLATE'],
    answers: { mapping: '{"Name":"no","Email":"customer","Paid at":"date","Lineitem name":null}' },
    asked: [],
    seen: { Total: 'documentTotal', Taxes: 'documentTax', 'Discount Amount': 'documentDiscount', Shipping: 'freight' },
    sums: {
      customers: { 'SH-a@x.example': '90.00', 'SH-b@x.example': '10.00' },
      items: { 'SH-CUP': '54.00', 'SH-PLATE': '46.00' },
      months: { '2023-05': '90.00', '2023-06': '10.00' },
      gross: '115.00',
    },
  },
  {
    set: 'Kingdee: a title above, heads in the first row of a bill only, money off a line, returns in the same list',
    lines: rows(
      '销售出库单序时簿,,,,,,,,,,',
      '期间：2017-01-01 至 2017-12-31,,,,,,,,,,',
      '日期,单据编号,购货单位,产品代码,产品名称,单位,实发数量,销售单价,折扣额,税率(%),价税合计',
      '2017-04-07,XOUT000123,KD.01.001,KD.0001,纽扣,pcs,"1,000",1.13,13.00,13,"1,117.00"',
      ',,,KD.0002,拉链,PCS,-10,2.26,,13,-22.60',
      '2017-05-08,XOUT000124,KD.01.002,KD.0002,拉链,ＰＣＳ,5,2.26,,13,11.30',
    ),
    customers: ['KD.01.001', 'KD.01.002'],
    items: ['KD.0001', 'KD.0002'],
    answers: {},
    asked: [],
    sums: {
      customers: { 'KD.01.001': '968.50', 'KD.01.002': '10.00' },
      items: { 'KD.0001': '988.50', 'KD.0002': '-10.00' },
      months: { '2017-04': '968.50', '2017-05': '10.00' },
      gross: '1105.70',
    },
  },
  {
    set: 'online retail II: money written off as a price below nothing, a free line, letters of Western Europe, years of two figures',
    lines: latin1(
      rows(
        'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
        '489434,OR85048,15CM CHRISTMAS GLASS BALL £,12,12/1/09 7:45,6.95,OR13085,Réunion',
        '489434,OR79323P,"CAFÉ ""PINK"" ; LIGHTS",12,12/1/09 7:45,6.75,OR13085,Österreich',
        'C489449,OR85048,BALL é,-1,12/13/09 10:33,6.95,OR13085,Côte',
        'A506401,ORB,Adjust bad debt,1,4/29/10 13:36,-53594.36,,United Kingdom',
        '489550,OR79323P,free,4,1/5/10 9:00,0,OR13085,España',
      ),
    ),
    customers: ['OR13085', 'OR-DEBT'],
    items: ['OR85048', 'OR79323P', 'ORB'],
    answers: { 'empty.customer': 'OR-DEBT' },
    asked: [],
    sums: {
      customers: { OR13085: '157.45', 'OR-DEBT': '-53594.36' },
      items: { OR85048: '76.45', OR79323P: '81.00', ORB: '-53594.36' },
      months: { '2009-12': '157.45', '2010-04': '-53594.36', '2010-01': '0.00' },
      gross: '-53436.91',
    },
  },
  {
    set: 'a chain of shops: no numbers at all, what a customer bought on a day is one invoice, codes with leading zeros',
    lines: rows(
      'product_id;time;customer_id;promotion_id;store_id;store_sales;store_cost;unit_sales',
      '0337;01.02.1997;00371;0;2;1.234,50;617,25;2',
      '1512;01.02.1997;00371;0;2;1,62;0,65;1',
      '0337;15.03.1997;00371;0;2;3,10;1,00;2',
      '1512;15.03.1997;06280;0;2;-1,62;0,65;-1',
    ),
    customers: ['00371', '06280'],
    items: ['0337', '1512'],
    answers: { numbers: 'customerDay', mapping: '{"time":"date"}' },
    asked: [],
    seen: { store_sales: 'net', unit_sales: 'qty', store_cost: 'costValue' },
    sums: {
      customers: { '00371': '1239.22', '06280': '-1.62' },
      items: { '0337': '1237.60', '1512': '0.00' },
      months: { '1997-02': '1236.12', '1997-03': '1.48' },
      gross: '1237.60',
    },
  },
  {
    set: 'a superstore of the world: one number of several customers is several invoices, days first, codes that differ in their case',
    lines: rows(
      'Row ID,Order ID,Order Date,Customer ID,Product ID,Sales,Quantity,Discount,Shipping Cost',
      '1,IN-2014-7,31-07-2012,GS-a1,GS-P1,"2,309.65",7,0,933.57',
      '2,IN-2014-7,05-02-2013,GS-A1,GS-p1,3709.40,9,0.1,923.63',
      '3,IN-2014-7,31-07-2012,GS-a1,GS-p1,10.05,1,0,1',
      '4,IN-2014-8,02-03-2013,GS-A1,GS-P1,-5.50,1,0,1',
    ),
    customers: ['GS-a1', 'GS-A1'],
    items: ['GS-P1', 'GS-p1'],
    answers: { numbers: 'split', 'rates.discountRate': 'share' },
    asked: ['rates'],
    sums: {
      customers: { 'GS-a1': '2319.70', 'GS-A1': '3703.90' },
      items: { 'GS-P1': '2304.15', 'GS-p1': '3719.45' },
      months: { '2012-07': '2319.70', '2013-02': '3709.40', '2013-03': '-5.50' },
      gross: '6023.60',
    },
  },
  {
    set: 'a supermarket: tax as an amount beside the amount with tax, prices to the cent, a sum without goods',
    lines: rows(
      'sep=;',
      'Invoice ID;Customer;Product line;Unit price;Quantity;Tax amount;Total;Date',
      '750-67-8428;SM-Member;SM-Health;74.69;7;26.1415;548.9715;1/5/2019',
      '226-31-3081;SM-Normal;SM-Elec;15.28;5;3.82;80.22;3/28/2019',
      '226-31-3082;SM-Normal;SM-Elec;;0;-0.05;-1.05;3/28/2019',
    ),
    customers: ['SM-Member', 'SM-Normal'],
    items: ['SM-Health', 'SM-Elec'],
    answers: { round: 'yes', mapping: '{"Product line":"item"}' },
    asked: [],
    seen: { Total: 'gross', 'Tax amount': 'tax' },
    sums: {
      customers: { 'SM-Member': '522.83', 'SM-Normal': '75.40' },
      items: { 'SM-Health': '522.83', 'SM-Elec': '75.40' },
      months: { '2019-01': '522.83', '2019-03': '75.40' },
      gross: '628.14',
    },
  },
]
