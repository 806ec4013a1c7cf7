/** The component that shows a small list of rows as one table. `admin.custom.columns` names the columns, else every field is one. */
export const rowGrid = '/src/admin/fields/RowGrid#RowGrid'
