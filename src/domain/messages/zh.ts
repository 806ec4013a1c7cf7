// More than 200 lines: all refusals of a language stand together, in one order.

import type { FindingTexts } from './language'

/** 全部拒绝与警告的中文说明。句末不带句号，见 messageOf。 */
export const zhTexts: FindingTexts = {
  BELOW_MINIMUM_PRICE: {
    message: ({ v, when }) => `商品 ${v('item')}：无税净价 ${v('netPrice')} 低于允许的价格${when('minimum', ` ${v('minimum')}`)}`,
    remedy: ({ v, when, facts }) =>
      facts['action'] === 'requestRelease'
        ? `请提高价格${when('pass.minimum', `至 ${v('pass.minimum')} 以上（含）`)}，或由有权人员注明原因后放行`
        : `请提高价格${when('pass.minimum', `至 ${v('pass.minimum')} 以上（含）`)}${when('audited', '；凭权限低价销售，已记入操作日志')}`,
  },
  NOT_AVAILABLE: {
    message: ({ v, facts }) =>
      `可用量不足：商品 ${v('item')}，仓库 ${facts['warehouse'] ? v('warehouse') : '（全部）'}，批号 ${facts['batchNo'] ? v('batchNo') : '（不限）'}，需要 ${v('required')}，可用 ${v('available')}`,
    remedy: ({ v, when }) =>
      [
        when('pass.qty', `请将数量减至 ${v('pass.qty')}`),
        when('pass.elsewhere', `其他仓库有货：${v('pass.elsewhere')}`),
        when('pass.batches', `其他批号有货：${v('pass.batches')}`),
        when('pass.earliest', `等到 ${v('pass.earliest')} 预计到货`),
      ]
        .filter(Boolean)
        .join('；或') || '请等待入库',
  },
  CREDIT_LIMIT_EXCEEDED: {
    message: ({ v, when }) =>
      `${v('object')} 超信用额度${when('excess', ` ${v('excess')}`)}${when('limit', `（含本单占用 ${v('exposureAfter')}，额度 ${v('limit')}）`)}`,
    remedy: ({ v, facts, when }) =>
      facts['action'] === 'requestRelease'
        ? `请减少${when('excess', ` ${v('excess')}`)}、先收款，或由${when('excess', `审批额度不低于 ${v('excess')} 的`)}人员放行`
        : `请减少${when('excess', ` ${v('excess')} `)}或先收款`,
  },
  CREDIT_PERIOD_EXCEEDED: {
    message: ({ v, when }) =>
      `${v('object')} 超信用期：${v('document')} 已挂账 ${v('daysOpen')} 天${when('dueDate', `，到期日 ${v('dueDate')}`)}${when('openAmount', `，未收金额 ${v('openAmount')}`)}`,
    remedy: ({ v, facts }) => `请先收回 ${v('document')}${facts['action'] === 'requestRelease' ? '，或申请信用放行' : ''}`,
  },
  RELEASE_REQUIRED: {
    message: ({ v, when, facts }) =>
      facts['rule'] === 'minimumPrice'
        ? `物料 ${v('items')} 低于允许的价格，放行前不能审核`
        : `单据不能审核${when('object', `：${v('object')} 超信用`)}${when('excess', ` ${v('excess')}`)}，尚未放行${when('right', `；无人拥有足够的${v('right')}`)}`,
    remedy: ({ v, when }) =>
      when('releasers', `请提高价格，或由有权人员注明原因后放行（${v('releasers')}）`) ||
      when('right', `请管理员${when('administrators', ` ${v('administrators')} `)}为审批人授予 ${v('right')}`) ||
      `请先由有审批额度的人员放行${when('approvers', `（${v('approvers')}）`)}，再审核`,
  },
  RELEASE_QUOTA_EXCEEDED: {
    message: ({ v }) => `您的审批额度 ${v('quota')} 不足以放行 ${v('object')} 的超额 ${v('excess')}`,
    remedy: ({ v, when }) => `请由审批额度不低于 ${v('excess')} 的人员放行${when('approvers', `：${v('approvers')}`)}`,
  },
  NO_RELEASE_RIGHT: {
    message: ({ v }) => `缺少权限：${v('right') || '信用审批额度'}`,
    remedy: ({ v, when }) =>
      `请管理员${when('administrators', ` ${v('administrators')} `)}为审批人授予 ${v('right') || '信用审批额度'}${when('approvers', `，或请 ${v('approvers')} 放行`)}`,
  },
  CUSTOMER_FROZEN: { message: ({ v }) => `客户 ${v('customer')} 已冻结，不得新增单据`, remedy: () => '请先解冻该客户' },
  CUSTOMER_DISABLED: { message: ({ v }) => `客户 ${v('customer')} 已停用`, remedy: () => '请启用该客户或改选其他客户' },
  CREDIT_STOP: { message: ({ v }) => `${v('object')} 已人工停止信用，不得增加欠款`, remedy: () => '请财务解除停止' },
  ILLEGAL_STEP: {
    message: ({ v, when }) => `${when('document', `${v('document')}：`)}状态“${v('status')}”下不能${v('verb') || '执行此操作'}`,
    remedy: ({ v, when }) => when('allowed', `目前可执行：${v('allowed')}`) || '此状态下没有可执行的操作',
  },
  STALE_VERSION: {
    message: ({ v, when, facts }) =>
      facts['action'] === 'refresh'
        ? `${v('document')} 按 ${v('order')} 变更前的内容生成，已与订单不符`
        : `版本 ${v('given')} 已过时，当前版本为 ${v('current')}${when('changedBy', `，由 ${v('changedBy')} 修改`)}${when('changed', `：${v('changed')}`)}`,
    remedy: ({ v, facts }) => (facts['action'] === 'refresh' ? `请先按订单刷新 ${v('document')}，再审核` : '请重新打开后再修改'),
  },
  DUPLICATE: {
    message: ({ v, when, facts }) =>
      facts['codes']
        ? `${v('field') || '编号'} ${v('value')} 与 ${v('codes')} 相同，可能是同一客户`
        : `${v('field') || '编号'}${when('value', ` ${v('value')}`)} 已存在${when('document', `（${v('document')}）`)}`,
    remedy: ({ facts }) => (facts['codes'] ? '请核对；确是同一客户时可合并' : '请改用其他值，或打开已有记录'),
  },
  ALREADY_CONVERTED: { message: ({ v }) => `该样板已转为正式品号 ${v('item')}`, remedy: ({ v }) => `请直接使用 ${v('item')}` },
  DOWNSTREAM_EXISTS: {
    message: ({ v, when, facts }) =>
      facts['rule'] === 'unfinished'
        ? `尚未办完：${v('documents')}`
        : facts['rule'] === 'partlySettled'
          ? `已部分核销的单据不能转给另一付款方：${v('documents')}`
          : `${when('document', `${v('document')} `)}已有下游单据：${v('documents')}`,
    remedy: ({ v, facts }) =>
      facts['rule'] === 'unfinished'
        ? '请先办完或取消'
        : facts['rule'] === 'partlySettled'
          ? '请先全部核销，或撤销核销'
          : `请先撤销：${v('documents')}`,
  },
  OPEN_CHANGE_EXISTS: {
    message: ({ v }) => `${v('order') || '该订单'} 已有未完成的变更单 ${v('change')}`,
    remedy: ({ v }) => `请先完成或取消 ${v('change')}`,
  },
  ROUND_OPEN: {
    message: ({ v }) => `${v('sample') || '该样板'} 第 ${v('round')} 轮反馈尚未结束`,
    remedy: ({ v }) => `请先将第 ${v('round')} 轮结束为：认可、要求修改或拒绝`,
  },
  FOUR_EYES: {
    message: ({ v, when }) => `不得由制单或修改人${when('preparedBy', ` ${v('preparedBy')} `)}本人${v('verb') || '审核'}`,
    remedy: () => '请由其他有权人员办理',
  },
  NOT_YOUR_DEPARTMENT: {
    message: ({ v, when }) => `只有${v('department')}部门人员可以填写该评审意见${when('author', '，且不得为制单人')}`,
    remedy: ({ v }) => `请由${v('department')}部门人员评审`,
  },
  NOT_YOUR_FIELD: {
    message: ({ v, when }) => `您不能修改${v('field') || '此内容'}${when('owner', `，该字段由${v('owner')}负责`)}`,
    remedy: ({ v, when }) => when('owner', `请联系${v('owner')}`) || '请保持原值',
  },
  FORBIDDEN: {
    message: ({ v, when }) =>
      `您没有权限${when('verb', `：${v('verb')}`)}${when('right', `（缺少 ${v('right')}）`)}${when('warehouse', `，仓库 ${v('warehouse')}`)}${when('percent', `，第 ${v('line')} 行调幅 ${v('percent')} % 超过 ${v('threshold')} %`)}`,
    remedy: ({ v, when }) => when('roles', `请由${v('roles')}办理`) || '请联系管理员授权',
  },
  REVIEW_REQUIRED: {
    message: ({ v, when }) => `${v('order') || '订单'} 评审未通过${when('missing', `，尚缺：${v('missing')}`)}`,
    remedy: ({ v, when }) => when('missing', `请 ${v('missing')} 完成评审`) || '请先通过评审',
  },
  BOOKS_IN_USE: {
    message: () => '账套中已有业务资料，演示数据只能载入空账套',
    remedy: () => '请用空数据库启动后再载入',
  },
  ON_HOLD: {
    message: ({ v, when }) => `${v('order') || '订单'} 已暂挂${when('reason', `：${v('reason')}`)}，不能发货或开票`,
    remedy: () => '请先解挂',
  },
  OVER_DELIVERY: {
    message: ({ v }) =>
      `商品 ${v('item')} 超发：订购 ${v('ordered')}，已发 ${v('delivered')}，本次 ${v('qty')}，最多允许 ${v('allowed')}，超出 ${v('excess')}`,
    remedy: ({ v, when }) => when('pass.qty', `请将数量减至 ${v('pass.qty')}，或变更订单`) || `请减少 ${v('excess')}`,
  },
  OVER_INVOICE: {
    message: ({ v, when }) =>
      `商品 ${v('item')}：开票 ${v('qty')}，可开票数量为 ${v('billable')}${when('excess', `，超出 ${v('excess')}`)}`,
    remedy: ({ v }) => `请将数量减至 ${v('billable')}`,
  },
  OVER_RETURN: {
    message: ({ v, when }) =>
      v('price')
        ? `商品 ${v('item')}：退货价 ${v('price')} 高于原价 ${v('originalPrice')}`
        : `商品 ${v('item')}：退货 ${v('qty')}，可退数量为 ${v('returnable')}${when('excess', `，超出 ${v('excess')}`)}`,
    remedy: ({ v }) => (v('price') ? `请将价格降至 ${v('originalPrice')}` : `请将数量减至 ${v('returnable')}`),
  },
  OVER_ALLOCATION: {
    message: ({ v }) => `${v('document')}：核销 ${v('amount')}，未核销余额为 ${v('open')}，超出 ${v('excess')}`,
    remedy: ({ v }) => `请将金额减至 ${v('open')}`,
  },
  BELOW_PROCESSED: {
    message: ({ v, when, facts }) =>
      facts['carried'] !== undefined
        ? `${v('order')}：整单折扣 ${v('headerDiscount')} 尚有 ${v('carried')} 须由未结部分承担，而未结部分仅 ${v('rest')}，不足 ${v('missing')}`
        : facts['charged'] !== undefined
          ? `${v('order')}：运费 ${v('freight')} 低于已开票的 ${v('charged')}`
          : `商品 ${v('item')}：${v('field') || '数量'} ${v('qty')} 低于已执行数量${when('delivered', `，已发货 ${v('delivered')}`)}${when('invoiced', `，已开票 ${v('invoiced')}`)}${when('ordered', `，已下单 ${v('ordered')}`)}`,
    remedy: ({ v, when, facts }) =>
      facts['carried'] !== undefined
        ? `${when('pass.minimumQty', `可行：数量不少于 ${v('pass.minimumQty')}`) || '请保留足以承担折扣的未结部分'}${when('pass.settledQty', `，或改为 ${v('pass.settledQty')}（不留未结部分）`)}；也可对不要的数量指定结束`
        : facts['charged'] !== undefined
          ? `不得少于 ${v('charged')}，或对多开部分开红字发票`
          : when('minimumQty', `不得少于 ${v('minimumQty')}`) || '请保留已执行部分，或先冲销',
  },
  SCHEDULE_MISMATCH: {
    message: ({ v }) => `分批交货数量合计 ${v('scheduled')}，与行数量 ${v('qty')} 不符（相差 ${v('difference')}）`,
    remedy: ({ v }) => `请使分批数量合计为 ${v('qty')}`,
  },
  QUOTE_EXPIRED: {
    message: ({ v, when }) => `报价单 ${v('quote')} 有效期至 ${v('validUntil')}${when('date', `，当前日期 ${v('date')}`)}`,
    remedy: () => '请修订报价单并设定新的有效期',
  },
  QUOTE_SUPERSEDED: {
    message: ({ v, when }) => `报价单 ${v('quote')} 已被${when('replacedBy', ` ${v('replacedBy')} `) || '新版'}取代`,
    remedy: ({ v, when }) => when('replacedBy', `请使用 ${v('replacedBy')} 下单`) || '请使用当前版本下单',
  },
  NOTHING_OPEN: {
    message: ({ v, when }) => `${v('document') || '单据'}${when('line', ` 第 ${v('line')} 行没有未执行数量`) || ' 没有待办理的内容'}`,
    remedy: () => '无需再办理',
  },
  SAMPLE_NOT_APPROVED: {
    message: ({ v, when }) => `商品 ${v('item')} 仍是未经客户认可的样板${when('status', `（${v('status')}）`)}`,
    remedy: () => '请先取得客户认可、改下样板订单，或由总经理特批',
  },
  APPROVAL_PICTURE_REQUIRED: {
    message: ({ v, when }) => `客户认可${when('round', `（第 ${v('round')} 轮）`)}必须上传批办图片`,
    remedy: () => '请在该轮上传 JPG 或 PNG 图片后再结束',
  },
  CONVERSION_INCOMPLETE: {
    message: ({ v }) => `样板尚不能转正式品号，缺少：${v('missing')}`,
    remedy: ({ v }) => `请补齐：${v('missing')}`,
  },
  NOT_PRODUCED: {
    message: ({ v, when }) =>
      `商品 ${v('item')}：需要 ${v('required')}，样板工单${when('workOrder', ` ${v('workOrder')}`)}已完工 ${v('completed')}`,
    remedy: ({ v }) => `请先完工，或最多发货 ${v('completed')}`,
  },
  COST_UNKNOWN: {
    message: ({ v }) => `商品 ${v('item')} 的成本未知：卖出的部分暂时没有成本和毛利（不按 0 计算）`,
    remedy: () => '有成本的入库单记账后自动补记；或在入库单上用「调整成本」',
  },
  PRICE_UNKNOWN: {
    message: ({ v, when }) => `商品 ${v('item')} 没有可用价格${when('reasons', `（${v('reasons')}）`)}`,
    remedy: ({ v, when }) =>
      when('pass.fillIn', `请（凭权限）输入价格，或维护：${v('pass.fillIn')}`) || '请（凭权限）输入价格，或维护标准售价或价格政策',
  },
  PRICE_LOCKED: {
    message: ({ v, when, facts }) =>
      facts['keptPrice'] !== undefined
        ? `商品 ${v('item')}：数量 ${v('qty')} 仍按 ${v('keptPrice')} 计价，该价须满 ${v('breakQty')}；此数量现行价为 ${v('policyPrice')}`
        : facts['right'] !== undefined
          ? `${when('item', `商品 ${v('item')}：`)}没有改价权限，不能录入${v('field')} ${v('value')}${when('due', `，应为 ${v('due')}`)}`
          : facts['charged'] !== undefined
            ? `${v('order')}：已没有待开票的货物可承担运费变更，已开票运费 ${v('charged')}`
            : facts['price'] === undefined
              ? `${when('document', `${v('document')} 的`)}价格已锁定${when('status', `（${v('status')}）`)}，不能在此修改`
              : `商品 ${v('item')}：没有改价权限，${when('breakQty', `数量 ${v('breakQty')} 的`)}录入价 ${v('price')}${when('policyPrice', `，取价 ${v('policyPrice')}`)}`,
    remedy: ({ v, when, facts }) =>
      facts['keptPrice'] !== undefined
        ? `如需重新取价，请在变更行填入新单价 ${v('pass.price')}`
        : facts['right'] !== undefined
          ? `请清空${v('field')}${when('due', `以采用 ${v('due')}`)}，或请有改价权限的人员录入`
          : facts['charged'] !== undefined
            ? '请在变更中加入后续交货的行，或用红字发票更正'
            : facts['price'] === undefined
              ? '请使用订单变更、新版报价或红字发票'
              : `请清空单价${when('policyPrice', `以采用 ${v('policyPrice')}`)}，或请有改价权限的人员录入`,
  },
  EXCHANGE_RATE_UNKNOWN: {
    message: ({ v }) => `没有 ${v('currency')} 在 ${v('date') || '单据日期'} 或之前的汇率`,
    remedy: ({ v }) => `请在汇率表录入 ${v('currency')} 的汇率，或由有改价权限的人员在单据上录入`,
  },
  EXCHANGE_RATE_TYPED: {
    message: ({ v, when }) =>
      `${v('currency')} 汇率 ${v('rate')} 为手工录入${when('listed', `，汇率表为 ${v('listed')}${when('listedOn', `（${v('listedOn')}）`)}`)}`,
    remedy: () => '清空汇率即采用汇率表',
  },
  DISCOUNT_EXCEEDED: {
    message: ({ v, when }) =>
      `商品 ${v('item')}：折扣 ${v('discountRate')} %${when('headerRate', `（行折扣 ${v('lineRate')} %，整单折扣 ${v('headerRate')} %）`)}超过最高折扣 ${v('maximum')} %`,
    remedy: ({ v }) => `请将折扣降至 ${v('maximum')} %，或由有权人员办理`,
  },
  POLICY_AMBIGUOUS: {
    message: ({ v, when }) =>
      `已有同级的价格政策${when('policy', `（${v('policy')}）`)}${when('adjustment', `，来自调价单 ${v('adjustment')}`)}${when('line', `（本单第 ${v('line')} 行）`)}：数量下限 ${v('minQty')}${when('validFrom', `，生效日 ${v('validFrom')}`)}，优先级 ${v('priority')} 相同`,
    remedy: () => '请修改其中一条的优先级、生效日或数量下限',
  },
  INVALID_PERIOD: {
    message: ({ v }) => `结束日期 ${v('to')} 早于开始日期 ${v('from')}`,
    remedy: ({ v }) => `结束日期不得早于 ${v('from')}`,
  },
  FOREIGN_ADDRESS: {
    message: ({ v, when }) => `${v('addresses')} 不是${when('customer', `客户 ${v('customer')}`) || '客户'}的联系人地址`,
    remedy: () => '请改用客户的联系人，或确认后再发（会记入日志）',
  },
  SECOND_FACTOR_REQUIRED: {
    message: () => '请输入验证器上的六位验证码',
    remedy: () => '在手机验证器中查看；手机不在身边时可输入一个备用码',
  },
  SECOND_FACTOR_WRONG: {
    message: () => '验证码不正确，或已经用过',
    remedy: () => '等验证器换出下一个验证码再试，或输入一个备用码',
  },
  SECOND_FACTOR_SETUP: {
    message: () => '您的角色必须使用两步验证',
    remedy: () => '请先设置验证器，再登录',
  },
  KEY_SCOPE: {
    message: ({ v }) => `此程序密钥不能执行 ${v('door')}`,
    remedy: () => '请使用范围更大的程序密钥',
  },
  INVALID_INPUT: {
    message: ({ v, when, facts }) =>
      facts['rule'] === 'merge'
        ? `合并要求两个客户的${v('field')}一致：${v('value')} ≠ ${v('accepted')}`
        : facts['isMissing'] === true
          ? `未填写${v('field') || '必填内容'}`
          : `${v('called') || v('field') || '所填内容'}${when('value', `“${v('value')}”`)} 不被接受`,
    remedy: ({ v, when, facts }) =>
      facts['rule'] === 'merge'
        ? `请先使两个客户的${v('field')}一致`
        : facts['isMissing'] === true
          ? `请填写${v('field')}`
          : when('accepted', `可接受：${v('accepted')}`) || '请更正输入',
  },
}
