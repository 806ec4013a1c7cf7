import '@/src/usecases'
import type { Endpoint } from 'payload'

import { bulk } from './bulk'
import { check } from './check'
import { create } from './create'
import { edit } from './edit'
import { verb } from './verb'
import { verbs } from './verbs'

/** The endpoints of one kind of document, in the order they are matched. */
export const writeEndpoints = (slug: string): Endpoint[] => [
  { path: '/check', method: 'post', handler: check(slug) },
  { path: '/bulk/:verb', method: 'post', handler: bulk(slug) },
  { path: '/:id/verbs', method: 'get', handler: verbs(slug) },
  // a number, or else `/access/12`, which the form asks after every save, would be taken for a verb of document "access"
  { path: '/:id(\\d+)/:verb', method: 'post', handler: verb(slug) },
  { path: '/', method: 'post', handler: create(slug) },
  { path: '/:id', method: 'patch', handler: edit(slug) },
]
