const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'

/** How a moment that the house writes down is shown: as text, in the time zone of the business, wherever the browser stands. */
export const shownInstant = ({ position }: { position?: 'sidebar' } = {}) => ({
  ...(position ? { position } : {}),
  date: { pickerAppearance: 'dayAndTime' as const },
  components: {
    Field: { path: '/src/admin/fields/opened#Instant', clientProps: { timeZone } },
  },
})

/** What the house has recorded, as lines to read; moments in it likewise. */
export const recordedLines = { path: '/src/admin/fields/opened#Recorded', clientProps: { timeZone } }
