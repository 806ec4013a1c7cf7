import type { PayloadRequest } from 'payload'

import { deviceOf } from '@/src/domain/people/deviceOf'

/** Where a request comes from: the address as the front door knows it, and the program as people know it. */
export const whence = ({ headers }: Pick<PayloadRequest, 'headers'>): { address: string; device: string } => ({
  address: (headers?.get('x-client-address') ?? '').slice(0, 100),
  device: deviceOf(headers?.get('user-agent') ?? ''),
})
