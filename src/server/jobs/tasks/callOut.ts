import { tellOutside } from '@/src/outside/tellOutside'

import type { JobTask } from '../task'

/** Every minute: webhooks and robots hear what happened. One round at a time, so that each document is told in order. */
export const callOut: JobTask = ({ payload }) => tellOutside(payload)
