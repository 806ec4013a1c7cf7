'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { idOf } from '@/src/domain/kernel/idOf'

import { ask } from '../../request/ask'

type Customer = {
  salesperson?: unknown
  department?: unknown
  currency?: string | null
  taxMode?: string | null
  paymentTerms?: unknown
  addresses?: Array<{ address?: string | null; main?: boolean | null }> | null
}

const takenOver = ({ salesperson, department, currency, taxMode, paymentTerms, addresses }: Customer): Record<string, unknown> => ({
  salesperson: idOf(salesperson),
  department: idOf(department),
  currency: currency ?? null,
  taxMode: taxMode ?? null,
  paymentTerms: idOf(paymentTerms),
  deliveryAddress: (addresses?.find(({ main }) => main) ?? addresses?.[0])?.address ?? null,
})

/**
 * A customer is chosen: salesperson, department, currency, tax, terms and address stand in the head at once. What a person entered there
 * himself stays; what came with a former customer makes room.
 */
export function useCustomerDefaults(isOpen: boolean): void {
  const customer = useFormFields(([fields]) => idOf(fields['customer']?.value))
  const initial = useFormFields(([fields]) => idOf(fields['customer']?.initialValue))
  const { dispatchFields, getFields } = useForm()
  const filled = useRef<Record<string, unknown>>({})
  const former = useRef(initial)
  useEffect(() => {
    if (!isOpen || customer === null || customer === former.current) return
    former.current = customer
    const abort = new AbortController()
    const fill = async (): Promise<void> => {
      const answer = await ask<Customer>(`/api/customers/${customer}?depth=0`, { signal: abort.signal })
      if (!answer.ok) return
      const fields = getFields()
      for (const [path, value] of Object.entries(takenOver(answer.body))) {
        const now = fields[path]?.value ?? null
        const isFree = now === null || now === '' || JSON.stringify(now) === JSON.stringify(filled.current[path])
        if (!fields[path] || !isFree) continue
        filled.current[path] = value
        if (now !== value) dispatchFields({ type: 'UPDATE', path, value, valid: true })
      }
    }
    fill().catch(() => undefined) // the server fills what is empty when it saves
    return () => abort.abort()
  }, [customer, dispatchFields, getFields, isOpen])
}
