import type { Endpoint } from 'payload'

import { demoAccounts } from '@/src/demo/accounts'

/** The accounts of the demonstration factory, for its sign-in page. In any other house there are none to tell. */
export const demoAccountList: Endpoint = {
  path: '/demo-accounts',
  method: 'get',
  handler: () =>
    Response.json({
      accounts:
        process.env['GENDAN_DEMO'] === '1'
          ? demoAccounts.map(({ email, password, name, title }) => ({ email, password, name, title }))
          : [],
    }),
}
