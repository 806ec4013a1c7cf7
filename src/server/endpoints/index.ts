import type { Endpoint } from 'payload'

import { queries } from './queries'

/** Business endpoints beside Payload's own REST. Each checks `req.user` itself: Payload does not. */
export const endpoints: Endpoint[] = [...queries]
