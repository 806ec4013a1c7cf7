/** The one way to save a record; named by path, as all screens are. */
export const saveButton = '/src/admin/fields/opened#SaveButton'
