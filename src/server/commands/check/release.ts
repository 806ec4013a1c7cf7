import { statedLicences } from './knownProblems'

export type Locked = { version?: string; license?: string; dev?: boolean; link?: boolean }

/** What a release is made of: the version in both package files, the changelog, the notices and the locked packages. */
export type Release = {
  version: string
  lock: { version: string; packages: Readonly<Record<string, Locked>> }
  changelog: string
  notices: string
}

const head = `This product is delivered with the following packages of others. Each comes with the text of its licence in its own folder
under node_modules. Written from package-lock.json by \`npm run notices\`.
`

/** THIRD-PARTY-NOTICES: every package that is delivered, its version and its licence, once, in order. */
export function noticesOf(packages: Release['lock']['packages']): string {
  const lines = Object.entries(packages)
    .filter(([path, { dev, link }]) => path.startsWith('node_modules/') && !dev && !link)
    .map(([path, { version = '', license }]) => {
      const name = path.replace(/^.*node_modules\//, '')
      return `${name} ${version} ${license ?? statedLicences[name] ?? 'see the package'}`
    })
  return `${head}\n${[...new Set(lines)].sort().join('\n')}\n`
}

/** The versions the changelog has a section of, with their days. */
const sections = (changelog: string): Map<string, string> =>
  new Map([...changelog.matchAll(/^## (\d+\.\d+\.\d+) – (\d{4}-\d{2}-\d{2})$/gm)].map(([, version = '', day = '']) => [version, day]))

/**
 * The changelog on the day a version is released: what stood under *Unreleased* becomes its section, and what comes next begins anew. A
 * version that has a section already and was not tagged takes it in: its own words first, under the new day.
 */
export function releasedChangelog({ changelog, version, day }: { changelog: string; version: string; day: string }): string {
  const [title = '', ...parts] = changelog.split(/^(?=## )/m)
  const isUnreleased = (part: string): boolean => part.startsWith('## Unreleased')
  const isOfVersion = (part: string): boolean => part.startsWith(`## ${version} `)
  const bodyOf = (part: string): string => part.replace(/^.*\n+/, '').trimEnd()
  const told = parts
    .filter((part) => isUnreleased(part) || isOfVersion(part))
    .map(bodyOf)
    .filter((body) => body !== '')
  const before = parts.filter((part) => !isUnreleased(part) && !isOfVersion(part))
  return `${[`${title}## Unreleased\n`, `## ${version} – ${day}\n\n${told.join('\n\n')}\n`, ...before].join('\n').trimEnd()}\n`
}

/** What keeps the version in package.json from being tagged, in words; empty when nothing does. */
export function releaseProblems({ version, lock, changelog, notices }: Release): string[] {
  const told = sections(changelog)
  return [
    ...(lock.version === version ? [] : [`package-lock.json says ${lock.version}, package.json ${version}`]),
    ...(told.has(version) ? [] : [`CHANGELOG.md has no section "## ${version} – <day>"`]),
    ...([...told.keys()].indexOf(version) > 0 ? [`CHANGELOG.md has a section above that of ${version}`] : []),
    ...(notices === noticesOf(lock.packages) ? [] : ['THIRD-PARTY-NOTICES is not what the lock file says: npm run notices']),
  ]
}
