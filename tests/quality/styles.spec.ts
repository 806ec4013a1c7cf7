import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

/** What every page of the admin loads first: its layout, and what its pages and its configuration name. */
const frame = ['layout.tsx', 'admin/[[...segments]]/page.tsx', 'admin/[[...segments]]/not-found.tsx', 'admin/importMap.js'].map((file) =>
  path.join('src/app/(payload)', file),
)

type Module = { opens: readonly string[]; imports: readonly string[]; wears: readonly string[] }

const found = (file: string): string | undefined =>
  [file, ...['.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => file + end)].find((each) => existsSync(each) && statSync(each).isFile())

const at = (from: string, name: string): string | undefined =>
  name.startsWith('@/') ? found(name.slice(2)) : name.startsWith('.') ? found(path.join(path.dirname(from), name)) : undefined

const all = (text: string, shape: RegExp): string[] => [...text.matchAll(shape)].map((match) => match[1] ?? match[2] ?? '')

const modules = new Map<string, Module>()
function moduleAt(file: string): Module {
  const known = modules.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const named = (shape: RegExp): string[] => all(text, shape).flatMap((name) => at(file, name) ?? [])
  const module = {
    imports: named(/^(?:import|export)(?! type)[^']*'([^']+)'/gm),
    opens: named(/\bimport\('([^']+)'\)/g),
    wears: all(text, /className=(?:"([^"]*)"|\{([^}]*)\})/g).flatMap((names) => names.match(/[a-z][\w-]*/g) ?? []),
  }
  modules.set(file, module)
  return module
}

/** A module with all that comes with it. */
function loaded(files: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const file of files) {
    if (seen.has(file)) continue
    seen.add(file)
    if (/\.(tsx?|js)$/.test(file)) loaded(moduleAt(file).imports, seen)
  }
  return seen
}

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => path.join('src', name))
  .filter((name) => name.endsWith('.css') && !name.includes('/login/'))

const sheetsOf = new Map<string, string[]>()
for (const sheet of sheets)
  for (const name of new Set(all(readFileSync(sheet, 'utf8'), /\.([a-z][\w-]*)(?=[^{}]*\{)/g)))
    sheetsOf.set(name, [...(sheetsOf.get(name) ?? []), sheet])

test('whatever is loaded by itself brings the looks of all it draws, or they are loaded with every page', () => {
  const first = loaded(frame)
  /** Parts that are loaded when they are drawn, each with what stands on the page by then. */
  const parts = new Map<string, ReadonlySet<string>>()
  const open = (standing: ReadonlySet<string>): void => {
    for (const file of standing) {
      if (!/\.(tsx?|js)$/.test(file)) continue
      for (const part of moduleAt(file).opens) {
        if (parts.has(part)) continue
        const there = new Set([...standing, ...loaded([part])])
        parts.set(part, there)
        open(there)
      }
    }
  }
  open(first)
  expect(parts.size).toBeGreaterThan(40)
  const bare = [...parts, ['the frame', first] as const].flatMap(([part, there]) =>
    [...(part === 'the frame' ? first : loaded([part]))]
      .filter((file) => /\.tsx$/.test(file))
      .flatMap((file) =>
        moduleAt(file)
          .wears.filter((name) => sheetsOf.has(name) && !sheetsOf.get(name)?.some((sheet) => there.has(sheet)))
          .map((name) => `${part}: ${file} wears ${name}, told in ${sheetsOf.get(name)?.join(', ')}`),
      ),
  )
  expect([...new Set(bare)]).toEqual([])
})
