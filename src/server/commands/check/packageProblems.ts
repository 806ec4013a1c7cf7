import { allowedLicences, type KnownProblem, knownProblems, statedLicences } from './knownProblems'
import type { Locked } from './release'

const parts = (version: string): number[] => (version.split(/[-+]/, 1)[0] ?? '').split('.').map(Number)

/** Negative where one version comes before the other. */
function compared(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)]
  for (const at of [0, 1, 2]) if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) - (b[at] ?? 0)
  return 0
}

const hasProblem = (version: string, { from, before }: KnownProblem): boolean =>
  compared(version, before) < 0 && (from === undefined || compared(version, from) >= 0)

/** Whether an expression of licences can be met with those that are allowed: one of an `OR`, all of an `AND`. */
function isAllowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, '')
  return plain.split(/ OR /).some((one) => one.split(/ AND /).every((each) => allowedLicences.has(each.trim())))
}

type PackageReport = { problems: string[]; excused: string[]; looked: number }

/**
 * Every package of the lock file by what is known offline: licences of those that are delivered, and problems that were published. What
 * is excused says why, and must still be there, so that the list does not outlive its reasons.
 */
export function packageProblems(packages: Readonly<Record<string, Locked>>, known: readonly KnownProblem[] = knownProblems): PackageReport {
  const problems: string[] = []
  const met = new Map<KnownProblem, string>()
  const locked = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
  for (const [path, { version = '', license, dev }] of locked) {
    const name = path.replace(/^.*node_modules\//, '')
    const licence = license ?? statedLicences[name]
    if (!dev && (licence === undefined || !isAllowed(licence)))
      problems.push(`${name} ${version}: its licence is ${licence ?? 'not known'}`)
    for (const problem of known) {
      if (problem.name !== name || !hasProblem(version, problem)) continue
      met.set(problem, `${name} ${version}: ${problem.what}`)
      const isExcused = problem.excused !== undefined && (dev === true || !problem.excused.startsWith('only the tests'))
      if (!isExcused) problems.push(`${name} ${version}: ${problem.what}`)
    }
  }
  for (const problem of known)
    if (problem.excused !== undefined && !met.has(problem))
      problems.push(`${problem.name}: ${problem.what} is excused and not there any more`)
  return { problems, excused: [...met].filter(([{ excused }]) => excused).map(([, told]) => told), looked: locked.length }
}
