import * as migration_20261123_172313_foundation from './20261123_172313_foundation';
import * as migration_20261123_172400_ledgers from './20261123_172400_ledgers';
import * as migration_20261123_200000_chapters from './20261123_200000_chapters';
import * as migration_20261123_200110_prices from './20261123_200110_prices';
import * as migration_20261123_200120_stock from './20261123_200120_stock';
import * as migration_20261123_200130_credit from './20261123_200130_credit';
import * as migration_20261123_200131_credit_index from './20261123_200131_credit_index';
import * as migration_20261123_200135_receivables from './20261123_200135_receivables';
import * as migration_20261123_200140_orders from './20261123_200140_orders';
import * as migration_20261123_200150_samples from './20261123_200150_samples';
import * as migration_20261124_020000_drawings from './20261124_020000_drawings';
import * as migration_20261124_020150_file_uses from './20261124_020150_file_uses';

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
  {
    up: migration_20261123_200000_chapters.up,
    down: migration_20261123_200000_chapters.down,
    name: '20261123_200000_chapters'
  },
  {
    up: migration_20261123_200110_prices.up,
    down: migration_20261123_200110_prices.down,
    name: '20261123_200110_prices'
  },
  {
    up: migration_20261123_200120_stock.up,
    down: migration_20261123_200120_stock.down,
    name: '20261123_200120_stock'
  },
  {
    up: migration_20261123_200130_credit.up,
    down: migration_20261123_200130_credit.down,
    name: '20261123_200130_credit'
  },
  {
    up: migration_20261123_200131_credit_index.up,
    down: migration_20261123_200131_credit_index.down,
    name: '20261123_200131_credit_index'
  },
  {
    up: migration_20261123_200135_receivables.up,
    down: migration_20261123_200135_receivables.down,
    name: '20261123_200135_receivables'
  },
  {
    up: migration_20261123_200140_orders.up,
    down: migration_20261123_200140_orders.down,
    name: '20261123_200140_orders'
  },
  {
    up: migration_20261123_200150_samples.up,
    down: migration_20261123_200150_samples.down,
    name: '20261123_200150_samples'
  },
  {
    up: migration_20261124_020000_drawings.up,
    down: migration_20261124_020000_drawings.down,
    name: '20261124_020000_drawings'
  },
  {
    up: migration_20261124_020150_file_uses.up,
    down: migration_20261124_020150_file_uses.down,
    name: '20261124_020150_file_uses'
  },
];
