import type { Endpoint } from 'payload'

import { refuseForeignRow } from '@/src/access/refuseForeignRow'
import { refuseUnseenIn } from '@/src/access/refuseUnseen'
import { rulesOf } from '@/src/engine/define'
import { isVisible, pressVerb } from '@/src/engine/step'

import { bodyOf, idIn, write } from './frame'
import { notFound } from '../notFound'
import { mailWithStep } from '../prints/mailWithStep'
import { requireLogin } from '../whoAsks'
import { toldBeside } from './toldBeside'

export const verb =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireLogin(req)
    const id = idIn(req)
    const name = String(req.routeParams?.['verb'])
    if (!Object.hasOwn(rulesOf(slug).verbs, name)) throw notFound()
    const body = await bodyOf(req)
    return write({
      req,
      body,
      beside: () => (body['dryRun'] === true ? Promise.resolve({}) : toldBeside(req, slug, id, name)),
      work: async () => {
        if (!(await isVisible({ req, slug, id }))) throw notFound()
        await refuseForeignRow({ req, slug, id, verb: name })
        await refuseUnseenIn(req, body)
        const answer = await pressVerb({ req, slug, id, verb: name, body })
        return { status: 200, body: { ...answer, ...(await mailWithStep({ req, slug, id, verb: name, body })) } }
      },
    })
  }
