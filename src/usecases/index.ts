/** Makes every kind of document known to the engine. Imported for its effect by the hooks and by whoever runs verbs. */
import './orders/orderRules'
import './quotes/quoteRules'
import './fulfilment/deliveryRules'
import './fulfilment/invoiceRules'
import './receivables/receiptRules'
import './stock/stockReceiptRules'
