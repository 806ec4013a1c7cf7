/*
 * During a rolling upgrade two versions run side by side on one schema: the migration has run, and servers of the version before still read
 * and write. So a release only adds (expand); what is no longer needed goes in a later one (contract), when no server of the version that
 * needed it can be running any more.
 */

const NAME = '"?([a-z_][a-z0-9_]*)"?(?:\\."?([a-z_][a-z0-9_]*)"?)?'
const table = (match: RegExpMatchArray, at = 1): string => (match[at + 1] ?? match[at] ?? '').toLowerCase()

const words = (statement: string): string => statement.replace(/\s+/g, ' ').trim()

/** The statements of what a migration does on the way up, as they stand in its text. */
export function statementsOf(migration: string): string[] {
  const up = migration.split(/export async function down\b/)[0] ?? ''
  const texts = [...up.matchAll(/sql(?:\.raw)?[(`]+([\s\S]*?)`/g)].map(([, text = '']) => text)
  // a function's body has statements of its own, which change no schema
  return texts
    .flatMap((text) => text.replace(/\$\$[\s\S]*?\$\$/g, "''").split(';'))
    .map(words)
    .filter(Boolean)
}

const rules: ReadonlyArray<{ pattern: RegExp; harm: string }> = [
  { pattern: /^drop table\b/i, harm: 'drops a table' },
  { pattern: /^drop type\b/i, harm: 'drops a type' },
  { pattern: /^alter table .*\bdrop column\b/i, harm: 'drops a column' },
  { pattern: /^alter (table|type|index|sequence) .*\brename\b/i, harm: 'renames' },
  { pattern: /^alter table .*\balter column .*\b(set data )?type\b/i, harm: 'changes the type of a column' },
  { pattern: /^alter table .*\balter column .*\bset not null\b/i, harm: 'demands a value that the version before may leave out' },
  { pattern: /^alter table .*\balter column .*\bdrop default\b/i, harm: 'takes away a default that the version before may rely on' },
  {
    pattern: /^alter table .*\badd column (?!.*\bdefault\b).*\bnot null\b/i,
    harm: 'demands a value that the version before does not know',
  },
  { pattern: /^alter table .*\badd (constraint .*)?\b(check|unique|exclude)\b/i, harm: 'forbids what the version before may write' },
  { pattern: /^create unique index\b/i, harm: 'forbids what the version before may write' },
]

/** The statements that a server of the version before could not live with, each with why. Tables made by the same migration are its own. */
export function breakingChanges(migration: string): string[] {
  const statements = statementsOf(migration)
  const own = new Set(
    statements.flatMap((statement) => {
      const made = statement.match(new RegExp(`^create (?:unlogged )?table (?:if not exists )?${NAME}`, 'i'))
      return made ? [table(made)] : []
    }),
  )
  const concerned = (statement: string): string => {
    const named =
      statement.match(new RegExp(`^(?:alter|drop) (?:table|type) (?:if exists )?(?:only )?${NAME}`, 'i')) ??
      statement.match(new RegExp(`\\bon (?:only )?${NAME}`, 'i'))
    return named ? table(named) : ''
  }
  return statements.flatMap((statement) => {
    if (own.has(concerned(statement))) return []
    const broken = rules.find(({ pattern }) => pattern.test(statement))
    return broken ? [`${broken.harm}: ${statement.slice(0, 160)}`] : []
  })
}
