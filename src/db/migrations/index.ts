import * as migration_20261128_120000_baseline from './20261128_120000_baseline';
import * as migration_20261128_120100_books from './20261128_120100_books';

export const migrations = [
  {
    up: migration_20261128_120000_baseline.up,
    down: migration_20261128_120000_baseline.down,
    name: '20261128_120000_baseline'
  },
  {
    up: migration_20261128_120100_books.up,
    down: migration_20261128_120100_books.down,
    name: '20261128_120100_books'
  },
];
