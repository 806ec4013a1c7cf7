// More than 200 lines: all refusals of a language stand together, in one order.

import type { FindingTexts } from './language'

/** Every refusal and warning in English. Sentences without their full stop; see messageOf. */
export const enTexts: FindingTexts = {
  BELOW_MINIMUM_PRICE: {
    message: ({ v, when }) =>
      `Item ${v('item')}: net price ${v('netPrice')} is below the permitted price${when('minimum', ` ${v('minimum')}`)}`,
    remedy: ({ v, when, facts }) =>
      facts['action'] === 'requestRelease'
        ? `Raise the price${when('pass.minimum', ` to at least ${v('pass.minimum')}`)} or have an entitled person release it with a reason`
        : `Raise the price${when('pass.minimum', ` to at least ${v('pass.minimum')}`)}${when('audited', '; sold below by right, recorded in the audit log')}`,
  },
  NOT_AVAILABLE: {
    message: ({ v, facts }) =>
      `Item ${v('item')}, warehouse ${facts['warehouse'] ? v('warehouse') : '(all)'}, batch ${facts['batchNo'] ? v('batchNo') : '(any)'}: required ${v('required')}, available ${v('available')}`,
    remedy: ({ v, when }) =>
      [
        when('pass.qty', `Reduce the quantity to ${v('pass.qty')}`),
        when('pass.elsewhere', `Take it from another warehouse: ${v('pass.elsewhere')}`),
        when('pass.batches', `Take another batch: ${v('pass.batches')}`),
        when('pass.earliest', `Wait until ${v('pass.earliest')}, when enough is expected`),
      ]
        .filter(Boolean)
        .join('; ') || 'Wait for stock',
  },
  CREDIT_LIMIT_EXCEEDED: {
    message: ({ v, when }) =>
      `Credit of ${v('object')} exceeded${when('excess', ` by ${v('excess')}`)}${when('limit', ` (exposure after this document ${v('exposureAfter')}, limit ${v('limit')})`)}`,
    remedy: ({ v, facts, when }) =>
      facts['action'] === 'requestRelease'
        ? `Reduce${when('excess', ` by ${v('excess')}`)}, collect a receipt, or have it released by someone with ${when('excess', `a quota of at least ${v('excess')}`) || 'the right'}`
        : `Reduce${when('excess', ` by ${v('excess')}`)} or collect a receipt first`,
  },
  CREDIT_PERIOD_EXCEEDED: {
    message: ({ v, when }) =>
      `${v('object')}: ${v('document')} has been open for ${v('daysOpen')} days${when('dueDate', `, it was due on ${v('dueDate')}`)}${when('openAmount', `, open amount ${v('openAmount')}`)}`,
    remedy: ({ v, facts }) => `Collect ${v('document')} first${facts['action'] === 'requestRelease' ? ' or have it released' : ''}`,
  },
  RELEASE_REQUIRED: {
    message: ({ v, when, facts }) =>
      facts['rule'] === 'minimumPrice'
        ? `Item ${v('items')}: below the permitted price; it cannot be approved before a release`
        : `The document cannot be approved${when('object', `: ${v('object')} is over its limit`)}${when('excess', ` by ${v('excess')}`)} and not released${when('right', `; nobody holds a sufficient ${v('right')}`)}`,
    remedy: ({ v, when }) =>
      when('releasers', `Raise the price, or have it released with a reason by ${v('releasers')}`) ||
      when('right', `Have an administrator${when('administrators', ` (${v('administrators')})`)} grant the ${v('right')} to an approver`) ||
      `Have the alarm released by someone with the quota${when('approvers', ` (${v('approvers')})`)}, then approve`,
  },
  RELEASE_QUOTA_EXCEEDED: {
    message: ({ v }) => `Your release quota ${v('quota')} does not cover the excess ${v('excess')} of ${v('object')}`,
    remedy: ({ v, when }) => `Ask an approver with a quota of at least ${v('excess')}${when('approvers', `: ${v('approvers')}`)}`,
  },
  NO_RELEASE_RIGHT: {
    message: ({ v }) => `The right to release is missing: ${v('right') || 'release quota'}`,
    remedy: ({ v, when }) =>
      `Have an administrator${when('administrators', ` (${v('administrators')})`)} grant ${v('right') || 'a release quota'} to an approver${when('approvers', `, or ask ${v('approvers')}`)}`,
  },
  CUSTOMER_FROZEN: {
    message: ({ v }) => `Customer ${v('customer')} is frozen: no new documents, whatever the credit`,
    remedy: () => 'Unfreeze the customer first',
  },
  CUSTOMER_DISABLED: {
    message: ({ v }) => `Customer ${v('customer')} is disabled`,
    remedy: () => 'Set the customer to active or choose another one',
  },
  CREDIT_STOP: {
    message: ({ v }) => `Credit of ${v('object')} is on stop: nothing that raises its debt may be entered`,
    remedy: () => 'Finance has to lift the stop',
  },
  ILLEGAL_STEP: {
    message: ({ v, when }) =>
      `${when('document', `${v('document')}: `)}${when('verb', `“${v('verb')}”`) || 'This step'} is not possible in status “${v('status')}”`,
    remedy: ({ v, when }) => when('allowed', `Allowed now: ${v('allowed')}`) || 'Nothing is allowed in this status',
  },
  STALE_VERSION: {
    message: ({ v, when, facts }) =>
      facts['action'] === 'refresh'
        ? `${v('document')} was made from an earlier state of ${v('order')} and no longer says what the order says`
        : `Version ${v('given')} is out of date, the stored version is ${v('current')}${when('changedBy', `; ${v('changedBy')} changed it`)}${when('changed', `: ${v('changed')}`)}`,
    remedy: ({ v, facts }) =>
      facts['action'] === 'refresh' ? `Refresh ${v('document')} from the order, then approve it` : 'Reload, then make your change again',
  },
  DUPLICATE: {
    message: ({ v, when, facts }) =>
      facts['codes']
        ? `${v('field') || 'The number'} ${v('value')} is also that of ${v('codes')}, perhaps the same customer`
        : `${v('field') || 'The number'}${when('value', ` ${v('value')}`)} exists already${when('document', ` (${v('document')})`)}`,
    remedy: ({ facts }) =>
      facts['codes'] ? 'Compare them; if they are one customer, merge them' : 'Use another value or open the existing record',
  },
  ALREADY_CONVERTED: {
    message: ({ v }) => `The sample has already been converted into item ${v('item')}`,
    remedy: ({ v }) => `Use item ${v('item')}`,
  },
  DOWNSTREAM_EXISTS: {
    message: ({ v, when, facts }) =>
      facts['rule'] === 'unfinished'
        ? `Not finished yet: ${v('documents')}`
        : facts['rule'] === 'partlySettled'
          ? `What is settled in part cannot go over to another payer: ${v('documents')}`
          : `${when('document', `${v('document')} `)}has documents that follow from it: ${v('documents')}`,
    remedy: ({ v, facts }) =>
      facts['rule'] === 'unfinished'
        ? 'Finish or cancel them first'
        : facts['rule'] === 'partlySettled'
          ? 'Settle them in full or take the settlement back first'
          : `Undo these first: ${v('documents')}`,
  },
  OPEN_CHANGE_EXISTS: {
    message: ({ v }) => `${v('order') || 'The order'} already has an open change: ${v('change')}`,
    remedy: ({ v }) => `Apply or cancel ${v('change')} first`,
  },
  ROUND_OPEN: {
    message: ({ v }) => `Feedback round ${v('round')} of ${v('sample') || 'the sample'} is still open`,
    remedy: ({ v }) => `Close round ${v('round')} as approved, change requested or rejected first`,
  },
  FOUR_EYES: {
    message: ({ v, when }) =>
      `Four eyes: ${when('verb', `“${v('verb')}”`) || 'this'} must be done by someone other than whoever wrote it${when('preparedBy', ` ${v('preparedBy')}`)}`,
    remedy: () => 'Ask another entitled person',
  },
  NOT_YOUR_DEPARTMENT: {
    message: ({ v, when }) =>
      `Only members of ${v('department')} may give this opinion${when('author', ', and not the author of the order')}`,
    remedy: ({ v }) => `Ask a member of ${v('department')}`,
  },
  NOT_YOUR_FIELD: {
    message: ({ v, when }) =>
      `You may not change ${when('field', `“${v('field')}”`) || 'this'}${when('owner', `: it belongs to ${v('owner')}`)}`,
    remedy: ({ v, when }) => when('owner', `Ask ${v('owner')}`) || 'Leave the field as it is',
  },
  FORBIDDEN: {
    message: ({ v, when }) =>
      `You may not do this${when('verb', `: “${v('verb')}”`)}${when('right', ` (missing right ${v('right')})`)}${when('warehouse', ` in warehouse ${v('warehouse')}`)}${when('percent', `: line ${v('line')} changes the price by ${v('percent')} %, above the threshold of ${v('threshold')} %`)}`,
    remedy: ({ v, when }) => when('roles', `Ask ${v('roles')}`) || 'Ask an administrator for the right',
  },
  REVIEW_REQUIRED: {
    message: ({ v, when }) =>
      `The review of ${v('order') || 'the order'} has not been passed${when('missing', `, still missing: ${v('missing')}`)}`,
    remedy: ({ v, when }) => when('missing', `Opinions are needed from ${v('missing')}`) || 'The review has to be passed first',
  },
  BOOKS_IN_USE: {
    message: () => 'These books hold business of their own; a demonstration is told into empty ones',
    remedy: () => 'Start with an empty database for it',
  },
  ON_HOLD: {
    message: ({ v, when }) =>
      `${v('order') || 'The order'} is on hold${when('reason', `: ${v('reason')}`)}; deliveries and invoices are stopped`,
    remedy: () => 'Resume the order first',
  },
  OVER_DELIVERY: {
    message: ({ v }) =>
      `Item ${v('item')}: delivering ${v('qty')} after ${v('delivered')} of ${v('ordered')} ordered exceeds the allowed ${v('allowed')} by ${v('excess')}`,
    remedy: ({ v, when }) =>
      when('pass.qty', `Reduce the quantity to ${v('pass.qty')} or change the order`) || `Reduce the quantity by ${v('excess')}`,
  },
  OVER_INVOICE: {
    message: ({ v, when }) =>
      `Item ${v('item')}: invoicing ${v('qty')}, only ${v('billable')} can be billed${when('excess', ` (${v('excess')} too many)`)}`,
    remedy: ({ v }) => `Reduce the quantity to ${v('billable')}`,
  },
  OVER_RETURN: {
    message: ({ v, when }) =>
      v('price')
        ? `Item ${v('item')}: return price ${v('price')} is above the original price ${v('originalPrice')}`
        : `Item ${v('item')}: returning ${v('qty')}, only ${v('returnable')} can be returned${when('excess', ` (${v('excess')} too many)`)}`,
    remedy: ({ v }) => (v('price') ? `Lower the price to ${v('originalPrice')}` : `Reduce the quantity to ${v('returnable')}`),
  },
  OVER_ALLOCATION: {
    message: ({ v }) => `${v('document')}: allocating ${v('amount')}, only ${v('open')} is open (${v('excess')} too much)`,
    remedy: ({ v }) => `Reduce the amount to ${v('open')}`,
  },
  BELOW_PROCESSED: {
    message: ({ v, when, facts }) =>
      facts['carried'] !== undefined
        ? `${v('order')}: of the header discount ${v('headerDiscount')}, ${v('carried')} is left to be carried, but what is open comes to ${v('rest')} only (${v('missing')} too little)`
        : facts['charged'] !== undefined
          ? `${v('order')}: freight ${v('freight')} is below the ${v('charged')} that is billed`
          : `Item ${v('item')}: ${v('field') || 'quantity'} ${v('qty')} is below what has been processed${when('delivered', `, delivered ${v('delivered')}`)}${when('invoiced', `, invoiced ${v('invoiced')}`)}${when('ordered', `, ordered ${v('ordered')}`)}`,
    remedy: ({ v, when, facts }) =>
      facts['carried'] !== undefined
        ? `${when('pass.minimumQty', `Possible: a quantity of at least ${v('pass.minimumQty')}`) || 'Keep enough open at a price that can carry it'}${when('pass.settledQty', `, or ${v('pass.settledQty')}, which leaves nothing open`)}; or short-close what is not wanted`
        : facts['charged'] !== undefined
          ? `At least ${v('charged')}, or credit what is billed too much`
          : when('minimumQty', `At least ${v('minimumQty')}`) || 'Keep what has been processed, or reverse it first',
  },
  SCHEDULE_MISMATCH: {
    message: ({ v }) => `The delivery dates add up to ${v('scheduled')}, the line to ${v('qty')} (difference ${v('difference')})`,
    remedy: ({ v }) => `Make the delivery dates add up to ${v('qty')}`,
  },
  QUOTE_EXPIRED: {
    message: ({ v, when }) => `Quote ${v('quote')} was valid until ${v('validUntil')}${when('date', `, today is ${v('date')}`)}`,
    remedy: () => 'Revise the quote with a new validity',
  },
  QUOTE_SUPERSEDED: {
    message: ({ v, when }) => `Quote ${v('quote')} has been superseded${when('replacedBy', ` by ${v('replacedBy')}`)}`,
    remedy: ({ v, when }) => when('replacedBy', `Order ${v('replacedBy')} instead`) || 'Order the current revision instead',
  },
  NOTHING_OPEN: {
    message: ({ v, when }) => `${v('document') || 'The document'} has nothing open${when('line', ` on line ${v('line')}`)}`,
    remedy: () => 'Nothing is left to do here',
  },
  SAMPLE_NOT_APPROVED: {
    message: ({ v, when }) => `Item ${v('item')} is still a sample the customer has not approved${when('status', ` (${v('status')})`)}`,
    remedy: () => 'Get the customer approval, enter a sample order, or have the general manager waive it',
  },
  APPROVAL_PICTURE_REQUIRED: {
    message: ({ v, when }) => `Approval${when('round', ` of round ${v('round')}`)} needs an approval picture`,
    remedy: () => 'Add a JPG or PNG picture to the round, then close it as approved',
  },
  CONVERSION_INCOMPLETE: {
    message: ({ v }) => `The sample cannot be converted yet, missing: ${v('missing')}`,
    remedy: ({ v }) => `Complete: ${v('missing')}`,
  },
  NOT_PRODUCED: {
    message: ({ v, when }) =>
      `Item ${v('item')}: required ${v('required')}, completed by the sample work order${when('workOrder', ` ${v('workOrder')}`)} ${v('completed')}`,
    remedy: ({ v }) => `Complete the work order or deliver at most ${v('completed')}`,
  },
  COST_UNKNOWN: {
    message: ({ v }) => `The cost of item ${v('item')} is unknown: what is sold of it has no cost and no margin yet (it is not taken as 0)`,
    remedy: () => 'It is booked when a receipt with a cost is posted, or by Correct cost on the receipt',
  },
  PRICE_UNKNOWN: {
    message: ({ v, when }) => `Item ${v('item')}: no price known${when('reasons', ` (${v('reasons')})`)}`,
    remedy: ({ v, when }) =>
      when('pass.fillIn', `Enter a price (with the right), or fill in one of: ${v('pass.fillIn')}`) ||
      'Enter a price (with the right), or set a list price or price policy',
  },
  PRICE_LOCKED: {
    message: ({ v, when, facts }) =>
      facts['keptPrice'] !== undefined
        ? `Item ${v('item')}: ${v('qty')} keeps the price ${v('keptPrice')}, which was for ${v('breakQty')} or more; for this quantity it is ${v('policyPrice')}`
        : facts['right'] !== undefined
          ? `${when('item', `Item ${v('item')}: `)}${v('field')} ${v('value')} needs the right to type prices${when('due', `; due is ${v('due')}`)}`
          : facts['charged'] !== undefined
            ? `${v('order')}: nothing is left to bill another freight with; ${v('charged')} is billed`
            : facts['price'] === undefined
              ? `Prices${when('document', ` of ${v('document')}`)} are fixed${when('status', ` in status “${v('status')}”`)} and cannot be changed here`
              : `Item ${v('item')}: you may not type prices; typed ${v('price')}${when('breakQty', ` for ${v('breakQty')}`)}${when('policyPrice', `, found ${v('policyPrice')}`)}`,
    remedy: ({ v, when, facts }) =>
      facts['keptPrice'] !== undefined
        ? `To re-price, enter ${v('pass.price')} as the new price of the line`
        : facts['right'] !== undefined
          ? `Leave the ${v('field')} empty${when('due', ` to take ${v('due')}`)}, or ask somebody who may type prices`
          : facts['charged'] !== undefined
            ? 'Add what else is delivered to the change, or correct the invoice with a credit note'
            : facts['price'] === undefined
              ? 'Use an order change, a new revision or a credit note'
              : `Leave the price empty${when('policyPrice', ` to take ${v('policyPrice')}`)}, or ask somebody who may type prices`,
  },
  EXCHANGE_RATE_UNKNOWN: {
    message: ({ v }) => `There is no exchange rate for ${v('currency')} on or before ${v('date') || 'the date of the document'}`,
    remedy: ({ v }) =>
      `Enter a rate for ${v('currency')} in the list of exchange rates, or let somebody who may type prices enter one here`,
  },
  EXCHANGE_RATE_TYPED: {
    message: ({ v, when }) =>
      `The rate ${v('rate')} for ${v('currency')} was typed${when('listed', `; the list says ${v('listed')}${when('listedOn', ` of ${v('listedOn')}`)}`)}`,
    remedy: () => 'Clear the rate to take the listed one',
  },
  DISCOUNT_EXCEEDED: {
    message: ({ v, when }) =>
      `Item ${v('item')}: discount ${v('discountRate')} %${when('headerRate', ` (line ${v('lineRate')} %, header discount ${v('headerRate')} %)`)} is above the maximum ${v('maximum')} %`,
    remedy: ({ v }) => `Lower the discount to ${v('maximum')} % or ask someone entitled to more`,
  },
  POLICY_AMBIGUOUS: {
    message: ({ v, when }) =>
      `Another price policy${when('policy', ` (${v('policy')})`)}${when('adjustment', ` of the adjustment ${v('adjustment')}`)}${when('line', ` (line ${v('line')} of this document)`)} is equal in level, quantity ${v('minQty')}, start${when('validFrom', ` ${v('validFrom')}`)} and priority ${v('priority')}`,
    remedy: () => 'Give one of them another priority, start or quantity',
  },
  INVALID_PERIOD: {
    message: ({ v }) => `The period ends on ${v('to')}, before it begins on ${v('from')}`,
    remedy: ({ v }) => `Choose an end on or after ${v('from')}`,
  },
  FOREIGN_ADDRESS: {
    message: ({ v, when }) => `${v('addresses')} is no address of ${when('customer', `the customer ${v('customer')}`) || 'the customer'}`,
    remedy: () => 'Write to a contact of the customer, or confirm it; that is recorded',
  },
  SECOND_FACTOR_REQUIRED: {
    message: () => 'Give the six figures your authenticator shows',
    remedy: () => 'They stand in the authenticator on your phone; without it, give one of your recovery codes',
  },
  SECOND_FACTOR_WRONG: {
    message: () => 'This code is not right, or was used',
    remedy: () => 'Wait for the next one, or give one of your recovery codes',
  },
  SECOND_FACTOR_SETUP: {
    message: () => 'Your roles need a second factor',
    remedy: () => 'Set up your authenticator, then log in',
  },
  KEY_SCOPE: {
    message: ({ v }) => `This key does not open ${v('door')}`,
    remedy: () => 'Use a key of a wider scope',
  },
  INVALID_INPUT: {
    message: ({ v, when, facts }) =>
      facts['rule'] === 'merge'
        ? `To become one, both customers need the same ${v('field')}: ${v('value')} ≠ ${v('accepted')}`
        : facts['isMissing'] === true
          ? `${when('field', `“${v('field')}”`) || 'Something'} is missing`
          : `${when('called', `“${v('called')}”`) || when('field', `“${v('field')}”`) || 'What was entered'}${when('value', ` ${v('value')}`)} is not accepted`,
    remedy: ({ v, when, facts }) =>
      facts['rule'] === 'merge'
        ? `Make ${v('field')} of both the same first`
        : facts['isMissing'] === true
          ? 'Fill it in'
          : when('accepted', `Accepted: ${v('accepted')}`) || 'Correct the input',
  },
}
