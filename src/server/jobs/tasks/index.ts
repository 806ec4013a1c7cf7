import type { JobTask } from '../task'
import { addUpSumsTask } from './addUpSums'
import { adjustPrices } from './adjustPrices'
import { callOut } from './callOut'
import { chainAudit } from './chainAudit'
import { dailyDigest } from './dailyDigest'
import { effectChanges } from './effectChanges'
import { expireQuotes } from './expireQuotes'
import { loanReminder } from './loanReminder'
import { mailOrderList } from './mailOrderList'
import { mailReports } from './mailReports'
import { passwordLink } from './passwordLink'
import { noticeDigest } from './noticeDigest'
import { prepareReport } from './prepareReport'
import { proveBooks } from './proveBooks'
import { rateCustomers } from './rateCustomers'
import { rememberWords } from './rememberWords'
import { reviewReminder } from './reviewReminder'
import { sendMail } from './sendMail'
import { tidyUp } from './tidyUp'
import { verifyAudit } from './verifyAudit'
import { watchHouse } from './watchHouse'

/** Every task by the name it is enqueued under. */
export const tasks: Readonly<Record<string, JobTask>> = {
  addUpSums: addUpSumsTask,
  adjustPrices,
  callOut,
  chainAudit,
  rateCustomers,
  dailyDigest,
  noticeDigest,
  effectChanges,
  expireQuotes,
  loanReminder,
  mailOrderList,
  mailReports,
  passwordLink,
  prepareReport,
  proveBooks,
  rememberWords,
  reviewReminder,
  sendMail,
  tidyUp,
  verifyAudit,
  watchHouse,
}
