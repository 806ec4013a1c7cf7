import type { Endpoint } from 'payload'

import { demoAccountList } from './demoAccounts'
import { followUp } from './followUp'
import { orderRevisions } from './orderRevisions'
import { queries } from './queries'
import { reportEndpoints } from './reports'
import { trace } from './trace'

/** Business endpoints beside Payload's own REST. Each checks `req.user` itself: Payload does not. */
export const endpoints: Endpoint[] = [demoAccountList, ...queries, trace, followUp, orderRevisions, ...reportEndpoints]
