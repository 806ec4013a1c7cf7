import type { Endpoint } from 'payload'

import { printsOf } from '@/src/pdf/prints'

import { letter } from './letter'
import { mail } from './mail'
import { mails } from './mails'
import { textsPreview } from './preview'
import { print } from './print'

export { textsPreview }

/** The doors of everything that can be printed. */
export const printEndpoints = (slug: string): Endpoint[] =>
  printsOf(slug).length === 0
    ? []
    : [
        { path: '/:id/print', method: 'get', handler: print(slug) },
        { path: '/:id/letter', method: 'get', handler: letter(slug) },
        { path: '/:id/mail', method: 'post', handler: mail(slug) },
        { path: '/:id/mails', method: 'get', handler: mails(slug) },
      ]
