import type { Endpoint } from 'payload'

import { myDepartments } from '@/src/questions/orders/reviews/myDepartments'

import { requireUser } from './whoAsks'

/** `GET /api/review-departments` → `{ departments }`: whose opinion one gives today, by role and as a deputy. */
export const reviewDepartments: Endpoint = {
  path: '/review-departments',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    return Response.json({ departments: await myDepartments(req) })
  },
}
