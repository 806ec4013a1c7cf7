import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Sample } from './samples'
import { boundaryLegal, boundaryPartners, boundaryViolations, importTargets, lintLegal, lintViolations, wiredAndUnwired } from './samples'

/**
 * A guard that catches nothing looks like a clean tree. So each boundary and each house rule is broken on purpose, in a small
 * copy of the tree with the real configurations, and the real tools must name the broken rule.
 */

const root = process.cwd()
const trees: string[] = []
const configurations = [
  'package.json',
  'tsconfig.json',
  'eslint.config.js',
  'eslint.config.rules.js',
  '.oxlintrc.json',
  '.dependency-cruiser.js',
  'knip.json',
]

const plant = (samples: Sample[]) => {
  const tree = mkdtempSync(path.join(tmpdir(), 'gendan-quality-'))
  trees.push(tree)
  for (const file of configurations) {
    copyFileSync(path.join(root, file), path.join(tree, file))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
  for (const sample of samples) {
    const file = path.join(tree, sample.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, sample.code)
  }
  return tree
}

/** Runs a tool of node_modules; finding violations makes it exit with an error, which is what we want to read. */
const run = (tree: string, entry: string, args: string[]) =>
  new Promise<string>((resolve) => {
    const options = { cwd: tree, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } }
    execFile(process.execPath, [path.join(root, 'node_modules', entry), ...args], options, (_error, stdout, stderr) =>
      resolve(stdout || stderr),
    )
  })

type Cruised = { summary: { violations: { from: string; rule: { name: string }; cycle?: { name: string }[] }[] } }
type Promised = { diagnostics: { filename: string; code: string }[] }
type Linted = { filePath: string; messages: { ruleId: string | null; message: string }[] }[]

/** path → names of the rules broken there */
const broken = new Map<string, string[]>()
const note = (file: string, rule: string) => broken.set(file, [...(broken.get(file) ?? []), rule])
const brokenAt = (file: string) => broken.get(file) ?? []

const cruise = async () => {
  const tree = plant([...importTargets, ...boundaryViolations, ...boundaryPartners, ...boundaryLegal])
  const folders = ['payload.config.ts', 'src', 'hooks', 'collections', 'reports']
  const out = await run(tree, 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.js',
    '--output-type',
    'json',
    ...folders,
  ])
  for (const { from, rule } of (JSON.parse(out) as Cruised).summary.violations) note(from, rule.name)
}

const lint = async () => {
  const tree = plant([...lintViolations, ...lintLegal])
  const out = await run(tree, 'eslint/bin/eslint.js', ['--format', 'json', 'src', 'hooks', 'collections', 'reports'])
  for (const { filePath, messages } of JSON.parse(out) as Linted) {
    for (const { ruleId, message } of messages) note(path.relative(tree, filePath), ruleId ?? message)
  }
  const promises = await run(tree, 'oxlint/bin/oxlint', ['--type-aware', '--format', 'json', 'src', 'hooks', 'collections', 'reports'])
  for (const { filename, code } of (JSON.parse(promises) as Promised).diagnostics)
    note(path.relative(tree, path.resolve(tree, filename)), code)
}

type Knipped = { issues: { file: string; files: { name: string }[]; exports: { name: string }[] }[] }

const knip = async () => {
  const tree = plant(wiredAndUnwired)
  const args = ['--production', '--include', 'files,exports,types', '--no-progress', '--no-config-hints', '--reporter', 'json']
  const out = await run(tree, 'knip/bin/knip.js', args)
  for (const { file, files, exports } of (JSON.parse(out) as Knipped).issues) {
    for (const { name } of exports) note(file, name)
    if (files.length > 0) note(file, 'unused file')
  }
}

beforeAll(async () => {
  await Promise.all([cruise(), lint(), knip()])
})

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true })
})

describe('a crossed boundary is caught', () => {
  test.each(boundaryViolations)('$rule: $path', ({ path: file, rule }) => {
    expect(brokenAt(file)).toContain(rule)
  })
})

describe('an import that the table allows passes', () => {
  test.each(boundaryLegal)('$path', ({ path: file }) => {
    expect(brokenAt(file)).toEqual([])
  })
})

describe('a broken house rule is caught', () => {
  test.each(lintViolations)('$rule: $path', ({ path: file, rule }) => {
    expect(brokenAt(file)).toContain(rule)
  })
})

describe('code that keeps the house rules passes', () => {
  test.each(lintLegal)('$path', ({ path: file }) => {
    expect(brokenAt(file)).toEqual([])
  })
})

test('a rule that only its spec uses is caught, a whole file of it and one beside a living rule', () => {
  expect(brokenAt('src/domain/orders/unwired.ts')).toEqual(['unused file'])
  expect(brokenAt('src/domain/orders/wired.ts')).toEqual(['besideIt'])
})

test('every boundary and every house rule is broken by a planted file', async () => {
  const { default: floors } = (await import(path.join(root, '.dependency-cruiser.js'))) as { default: { forbidden: { name: string }[] } }
  const { default: house } = (await import(path.join(root, 'eslint.config.rules.js'))) as { default: { rules: object } }
  const { rules: promises } = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as { rules: object }
  const promiseRules = Object.keys(promises).map((name) => name.replace(/^(\w+)\/(.+)$/, '$1($2)'))
  const planted = [...boundaryViolations, ...lintViolations].map(({ rule }) => rule)
  const named = [...floors.forbidden.map(({ name }) => name), ...Object.keys(house.rules).map((name) => `gendan/${name}`), ...promiseRules]
  expect(named.filter((name) => !planted.includes(name))).toEqual([])
})
