import * as migration_20261123_172313_foundation from './20261123_172313_foundation';
import * as migration_20261123_172400_ledgers from './20261123_172400_ledgers';

export const migrations = [
  {
    up: migration_20261123_172313_foundation.up,
    down: migration_20261123_172313_foundation.down,
    name: '20261123_172313_foundation'
  },
  {
    up: migration_20261123_172400_ledgers.up,
    down: migration_20261123_172400_ledgers.down,
    name: '20261123_172400_ledgers'
  },
];
