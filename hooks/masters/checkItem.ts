import type { CollectionBeforeValidateHook } from 'payload'

import type { WordedFinding } from '@/src/domain/kernel/decision'

import { refuseIfAny } from '@/src/engine/refusal'

type ItemUnit = { unit?: string | null; factor?: number | string | null }

/** Units of an item: each once, the stock unit itself not among them, every factor above zero (1 BOX = 100 PCS → 100). */
export const checkItem: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!data) return data
  const own: unknown = (data.unit ?? originalDoc?.unit)?.trim?.()
  const units: ItemUnit[] = data.units ?? originalDoc?.units ?? []
  const findings: WordedFinding[] = []
  const seen = new Set<string>()
  units.forEach((row, index) => {
    const unit = row.unit?.trim() ?? ''
    if (unit && (unit === own || seen.has(unit))) {
      findings.push({
        code: 'INVALID_INPUT',
        path: `units.${index}.unit`,
        facts: { field: 'units', unit },
        text:
          unit === own
            ? { zh: `${unit} 是库存单位，不必换算`, en: `${unit} is the stock unit itself` }
            : { zh: `单位 ${unit} 重复`, en: `Unit ${unit} stands twice` },
      })
    }
    seen.add(unit)
    if (row.factor !== null && row.factor !== undefined && Number(row.factor) <= 0) {
      findings.push({
        code: 'INVALID_INPUT',
        path: `units.${index}.factor`,
        facts: { field: 'factor', accepted: '> 0' },
        text: { zh: '换算率须大于 0', en: 'A factor is above 0' },
      })
    }
  })
  refuseIfAny(req, findings)
  return data
}
