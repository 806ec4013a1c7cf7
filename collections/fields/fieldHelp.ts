type Help = { zh: string; en: string }

const help = (zh: string, en: string): Help => ({ zh, en })

/**
 * What a field asks for, where its name does not say it: by its name, or by kind and path where a name means several things. The words are
 * those of docs/glossary.md, the rules those of docs/rules.
 */
export const fieldHelp: Readonly<Record<string, Help>> = {
  // people and rights
  'users.roles': help('决定能做什么、能看到哪些单据；可兼任多个', 'What one may do and which documents one sees; several may be held'),
  'users.department': help('数据范围为“部门”时看到本部门的单据', 'With the scope “department” one sees the documents of this department'),
  'users.disabled': help(
    '不能再登录，会话立即结束；历史单据保留其姓名',
    'Signs in no more, sessions end at once; former documents keep the name',
  ),
  'users.language': help('界面、通知和邮件的语言', 'Language of screens, notices and mails'),
  editPrice: help('可手工改单价、税率、汇率和收款条件', 'May type prices, tax and exchange rates and terms of payment'),
  seeCost: help('可见成本和毛利', 'Sees costs and margins'),
  seeMinimumPrice: help(
    '可见最低售价；没有此权时只知道“低于许可价”',
    'Sees minimum prices; without it one is only told “below the permitted price”',
  ),
  seeCreditLimit: help('可见信用额度和余额', 'Sees credit limits and what is free of them'),
  sellBelowMinimum: help('低于最低售价也可保存，记入审计日志', 'May save below the minimum price; the audit log says so'),
  mergeCustomers: help('可把重复的客户并为一个，历史随之归并', 'May merge duplicates into one customer, with their history'),
  dailyDigest: help(
    '每个工作日早上一封，列出跟单看板上与本人有关的事项',
    'One mail each working morning with what the follow-up board has for you',
  ),
  emailNotifications: help('关闭后只在系统内通知', 'When off, notices come in the application only'),
  'departments.head': help('本部门的上报、升级都通知负责人', 'Is told what of this department is escalated'),
  deputy: help('在此期间代为评审；意见注明受谁委托', 'Reviews in this time; the opinion says on whose behalf'),

  // customers
  shortName: help('列表和查找中使用；可按简称、拼音查找', 'Used in lists and look-ups; found by it and by its pinyin'),
  'customers.category': help('新客户的默认条件取自类别，可逐项改', 'What a new customer begins with; each value may be changed'),
  inherits: help(
    '勾选的项目随类别变化；填写后以本客户为准',
    'What is ticked follows the category; what is filled in is the customer’s own',
  ),
  salesperson: help('由谁负责：决定谁看得到、业绩归谁', 'Who looks after it: decides who sees it and whose figures it counts in'),
  billTo: help('由另一客户付款时填写；应收和信用记在付款方', 'When another customer pays: receivable and credit are the payer’s'),
  chosenTitle: help('付款方的哪个发票抬头；空则用默认抬头', 'Which invoice title of the payer; empty means the default one'),
  invoiceTitles: help('一个客户可有多个开票抬头，其一为默认', 'A customer may have several titles for invoices, one the default'),
  main: help('新单据先取这一个', 'What new documents take first'),
  priceLevel: help('价格政策可只给某一级别', 'Price policies may be for one level only'),
  taxMode: help('含税：单价含税；不含税：税另加', 'Inclusive: prices contain the tax; exclusive: it is added'),
  taxCategory: help('税率取自此类别；客户的类别先于物料的', 'Where the tax rate comes from; a customer’s goes before an item’s'),
  region: help('报表按区域、渠道分析；单据保留当时的值', 'Reports go by region and channel; documents keep the value of their day'),
  channel: help('如直销、经销、电商；单据保留当时的值', 'Direct, dealers, online …; documents keep the value of their day'),
  paymentTerms: help('发票到期日由此计算；预收方式不占用信用', 'Due dates come from it; prepaid terms use no credit'),
  hold: help(
    '停止：不再审核增加欠款的单据；不检查：不作信用检查',
    'Stop: nothing that raises the debt is approved; no check: credit is not weighed',
  ),
  limit: help('空：不控制；0：现款现货', 'Empty: not controlled; 0: cash only'),
  creditLimit: help('新客户的信用额度；空为不控制，0 为现款', 'Limit of new customers; empty: not controlled, 0: cash only'),
  control: help('关闭时不检查额度', 'When off, the limit is not weighed'),
  controlPeriod: help('开启时，超过信用天数仍未收的款会停止新的欠款', 'When on, what is older than the credit days stops new debt'),
  'customers.credit.days': help('发票超过这么多天未收即逾期', 'An invoice older than this is overdue'),
  'departments.credit.days': help('本部门发票超过这么多天未收即逾期', 'An invoice of the department older than this is overdue'),
  grade: help('由评级得出；价格政策的等级折扣按此计算', 'Comes from the rating; the discount of a grade goes by it'),
  parent: help('自己没填的，取上级的值', 'What is left empty is the parent’s'),

  // items
  'items.category': help(
    '最低毛利、最高折扣、特征和可用量方式取自分类',
    'Minimum margin, maximum discount, features and availability come from it',
  ),
  specification: help('与品名一起印在单据上', 'Printed on documents after the name'),
  'items.unit': help('库存和成本按此单位；其他单位在“换算单位”中换算', 'Stock and cost are kept in it; others are converted'),
  units: help('如 1 盒 = 500 个；单据上可用任一单位', '1 box = 500 pieces; documents may use any of them'),
  customerCodes: help('客户自己的料号；录单时可按它查找，并印在单据上', 'The customer’s own code: found by it, printed on documents'),
  batchControlled: help('开启后每次进出都要有批号', 'When on, whatever moves names its batch'),
  availabilityMode: help(
    '控制：不足则拒绝；检查：不足则提示；空则随分类',
    'Control: too little is refused; check: told; empty: the category’s',
  ),
  overDeliveryRate: help('允许比订单多发的百分比；空则不允许', 'How much more than ordered may be delivered; empty: nothing'),
  listPrice: help(
    '没有更具体的价格政策时用它；含税与否随单据',
    'The price where no policy is more special; with or without tax as the document says',
  ),
  retailPrice: help('供参考和印标，不参与取价', 'For reference and labels; no price is found from it'),
  minPrice: help(
    '无税、本位币；低于它的单价按设置拒绝或申请放行',
    'Net, base currency; a price below is refused or needs a release, as set',
  ),
  minMarginRate: help(
    '最低售价也可由成本和此毛利率得出，取较高者',
    'The minimum may also come from cost and this margin; the higher counts',
  ),
  maxDiscountRate: help('行折扣与整单折扣合计的上限', 'The most that line and header discount may come to together'),
  markupRate: help('“最新成本加成”取价时用：成本 ×（1 + 加成率）', 'For cost plus: cost × (1 + markup)'),
  bomReference: help('工程系统中的 BOM 编号，仅供查对', 'Number of the bill of materials in the engineering system, for reference'),
  'items.features': help('分类规定要填哪些：尺寸、厚度、表面处理等', 'Which there are is said by the category: size, thickness, finish …'),
  tolerance: help('允许偏差；实测超出时提示', 'The deviation allowed; what is measured beyond it is told'),

  // prices
  priority: help('同一层级、同一生效日有几条时，优先级决定用哪条', 'Decides between rows of one level and one effective date'),
  net: help('不再享受客户等级折扣', 'The discount of the customer’s grade is not taken off'),
  validTo: help('最后一天也有效；空则一直有效', 'Valid on this day, too; empty: without end'),

  // documents
  externalNo: help('客户订单上的编号，可据此查找', 'The number on the customer’s own order; found by it'),
  deliveryAddress: help('选客户时带出，可改；印在送货单上', 'Comes with the customer, may be changed; printed on the delivery note'),
  headerDiscount: help('整单减去的金额，按金额分摊到各行，分毫不差', 'Taken off the whole document, spread over its lines to the cent'),
  sampleWaiver: help(
    '样板尚未认可就要量产时，由总经理写明原因',
    'Why it is made before the sample is approved, said by the general manager',
  ),
  validUntil: help('过期后不能转订单，除非设置允许', 'After this day no order is made of it, unless the settings allow'),
  loan: help('借给客户的样品，到期归还；不计收入', 'A sample lent to a customer and due back; no revenue'),
  dueBack: help('到期前提醒业务员', 'The salesperson is reminded before'),
  priceOnly: help('只更正价格，货不退回', 'Corrects prices; no goods come back'),
  'invoices.dueDate': help('由收款条件算出', 'From the terms of payment'),
  onOrder: help('预收款属于哪张订单', 'The order an advance is for'),
  allocations: help('收款核销到哪些发票；空则按最早到期', 'Which invoices it pays; empty: the oldest due first'),
  expectedDate: help('在途按此日期计入可用量（设置）', 'Goods on the way count as available from this day, if so set'),
  receipt: help('成本后来才知道的入库单', 'The receipt whose cost became known later'),

  // samples
  engineer: help('负责打样和技术资料', 'Makes the sample and its technical data'),
  technicalNotes: help('工艺、材料、注意事项；转为物料后仍可查', 'Process, material, cautions; kept when it becomes an item'),
  revision: help('图纸改版后加一版，旧版保留', 'A changed drawing is a new revision; former ones stay'),

  // settings
  'global company.calendar.workDays': help('评审时限按工作小时计算', 'Deadlines of reviews are counted in working hours'),
  'global company.calendar.holidays': help('放假的日子，以及调休上班的日子', 'Days off, and days that are worked instead'),
  'global company.baseCurrency': help('各币种都折算成它入账', 'Every currency is converted into it in the books'),
  approvalMatrix: help('按金额规定由什么角色、几个人审核', 'Which roles, and how many, approve from which amount'),
  reviewRules: help('哪些订单由哪些部门评审', 'Which orders are reviewed by which departments'),
  issueOnApprove: help('关闭时，审核后由仓库另行出库', 'When off, the warehouse issues it afterwards'),
  directDeliveries: help('允许不经订单直接发货、开票', 'Deliveries and invoices may be made without an order'),
  methods: help('依次尝试，取第一个有价的', 'Tried in this order; the first that has a price'),
  costPer: help('按物料，或按物料与仓库分别计算', 'Per item, or per item and warehouse'),
  dated: help('任一天预计不足都算不足', 'Too little on any day to come is too little'),
  proposeBatches: help('发货时先建议最早入库的批号', 'Deliveries propose the oldest batch first'),
  watchRatio: help('占用达到额度的这个比例即预警', 'From this share of the limit on it is watched'),
  overdueMargin: help('到期后再宽限的天数', 'Days after the due date that are forgiven'),
  overdueThreshold: help('未收余额不超过此数不算逾期', 'An open rest up to this is not overdue'),
  releaseValidDays: help('放行后须在这么多天内审核', 'What was released is approved within so many days'),
}
