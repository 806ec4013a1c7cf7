import * as migration_20261123_171111_documents from './20261123_171111_documents';

export const migrations = [
  {
    up: migration_20261123_171111_documents.up,
    down: migration_20261123_171111_documents.down,
    name: '20261123_171111_documents'
  },
];
