import { LineGrid as LineGrid_fde3dce36f27f270331780795aaa075a } from '../../../../src/admin/fields/LineGrid'
import { VerbButtons as VerbButtons_3dcae3cc4d3cf63d4592500de5fda849 } from '../../../../src/admin/components/VerbButtons'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/fields/LineGrid#LineGrid": LineGrid_fde3dce36f27f270331780795aaa075a,
  "/src/admin/components/VerbButtons#VerbButtons": VerbButtons_3dcae3cc4d3cf63d4592500de5fda849,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
