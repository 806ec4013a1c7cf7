import type { JobTask } from '../task'
import { sendMail } from './sendMail'
import { tidyUp } from './tidyUp'

/** Every task by the name it is enqueued under. */
export const tasks: Readonly<Record<string, JobTask>> = { sendMail, tidyUp }
