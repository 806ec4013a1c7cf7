'use client'

import { useMemo, useSyncExternalStore } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { mainFields, type RowShape } from '@/src/domain/grid/rowShape'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A browser that keeps nothing shows every column. */
const read = (key: string): string => {
  try {
    return window.localStorage.getItem(key) ?? '[]'
  } catch {
    return '[]'
  }
}

/** Which columns somebody has put away in this grid, on this device. Putting one away hides it and changes nothing in it. */
export function useChosenColumns(grid: string, columns: readonly GridColumn[], shape: RowShape) {
  const key = `gendan-columns/${grid}`
  const kept = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => '[]',
  )
  return useMemo(() => {
    const away = new Set(JSON.parse(kept) as string[])
    const always = new Set(mainFields(shape))
    return {
      isShown: ({ name, required }: GridColumn): boolean => always.has(name) || required === true || !away.has(name),
      choices: columns
        .filter(({ name, required }) => !always.has(name) && required !== true)
        .map((column) => ({ column, isShown: !away.has(column.name) })),
      toggle: (name: string): void => {
        const next = away.has(name) ? [...away].filter((each) => each !== name) : [...away, name]
        window.localStorage.setItem(key, JSON.stringify(next))
        for (const listener of listeners) listener()
      },
    }
  }, [columns, kept, key, shape])
}
