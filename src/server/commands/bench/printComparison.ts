import type { Comparison } from '@/src/imports/adventureworks/compareWithOracle'

const pad = (text: string | number, width: number): string => String(text).padEnd(width)
const shownDifferences = 20

/** The comparison as a table, one line per figure set, with every figure that differs below it. */
export function printComparison({ comparisons, say }: { comparisons: readonly Comparison[]; say: (line: string) => void }): void {
  say(`${pad('figures of the oracle', 44)} ${pad('rows', 6)} ${pad('figures', 8)} differ`)
  for (const { set, keys, figures, differences } of comparisons) {
    say(`${pad(set, 44)} ${pad(keys, 6)} ${pad(figures, 8)} ${String(differences.length)}`)
    for (const { key, measure, oracle, books } of differences.slice(0, shownDifferences)) {
      say(`    ${key} ${measure}: oracle ${oracle ?? 'none'}, books ${books ?? 'none'}`)
    }
    if (differences.length > shownDifferences) say(`    … and ${String(differences.length - shownDifferences)} more`)
  }
}
