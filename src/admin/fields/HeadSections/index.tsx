import type { CollapsibleFieldServerProps, FieldPaths } from 'payload'

import { unfoldedSections } from '@/src/questions/control/unfoldedSections'

import { HeadSections as Sections } from '../opened'

/** The folds of a document's head as this person left them, with the page: nothing opens or closes after it has come. */
export const HeadSections = async ({ req, field: _ours, ...given }: CollapsibleFieldServerProps & FieldPaths) => {
  const { clientField, path, permissions, indexPath, parentPath, parentSchemaPath, readOnly } = given
  return (
    <Sections
      field={clientField}
      path={path}
      permissions={permissions}
      indexPath={indexPath ?? ''}
      parentPath={parentPath ?? ''}
      parentSchemaPath={parentSchemaPath ?? ''}
      readOnly={readOnly ?? false}
      unfolded={await unfoldedSections(req)}
    />
  )
}
