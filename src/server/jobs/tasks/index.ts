import type { JobTask } from '../task'
import { dailyDigest } from './dailyDigest'
import { rateCustomers } from './rateCustomers'
import { reviewReminder } from './reviewReminder'
import { sendMail } from './sendMail'
import { tidyUp } from './tidyUp'

/** Every task by the name it is enqueued under. */
export const tasks: Readonly<Record<string, JobTask>> = { rateCustomers, dailyDigest, reviewReminder, sendMail, tidyUp }
