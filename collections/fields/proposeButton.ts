/** Proposes what is entered in the form to a second person, who confirms it; named by path, as all screens are. */
export const proposeButton = (clientProps: { kind: 'settings'; area: string } | { kind: 'rights' }) => ({
  path: '/src/admin/fields/opened#ProposeButton',
  clientProps,
})
