import type { PayloadRequest } from 'payload'

import { readOnce, type Sql, sql } from '../query'
import { rememberWarehouses, type WarehouseFacts } from './stock'

/** A confirmed change of settings whose moment has come and that nobody has written yet. */
export type DueChange = { id: number; area: string; values: Record<string, unknown> }

export type SettingsVersion = { version: string; due: readonly DueChange[] }

export type SettingsRow = { version: string | null; due: DueChange[] | null; warehouses: WarehouseFacts[] | null }

/**
 * Which versions of the settings' rows this transaction sees: writing transaction and place, so equal only if nothing was written. Changes
 * that are due count as written. The warehouses come along: they are few, and nearly every write asks for them.
 */
export async function settingsVersion(req: PayloadRequest, instant: string): Promise<SettingsVersion> {
  const [row] = await readOnce<SettingsRow>(req, settingsAsked(instant))
  return settingsFound(req, row)
}

/** What is found of the settings' rows; warehouses are known from now on. */
export async function settingsFound(req: PayloadRequest, row: SettingsRow | undefined): Promise<SettingsVersion> {
  await rememberWarehouses(req, row?.warehouses ?? [])
  const due = row?.due ?? []
  return { version: [row?.version ?? '', ...due.map(({ id }) => id)].join(' '), due }
}

/** The question for the versions of the settings' rows. */
export const settingsAsked = (instant: string): Sql =>
  sql`select (select json_agg(json_build_object('id', id, 'code', code, 'name', name, 'kind', kind, 'active', coalesce(active, true))) from warehouses) as warehouses,
          (select json_agg(json_build_object('id', id, 'area', area, 'values', "values") order by effective_from, id) from house_changes
            where status = 'confirmed' and kind = 'settings' and effective_from <= ${instant}::timestamptz) as due,
          string_agg(name || ' ' || version, ',' order by name, version) as version from (
          select 'company' as name, id || ' ' || xmin || ' ' || ctid as version from company
          union all select 'pricing', id || ' ' || xmin || ' ' || ctid from pricing_settings
          union all select 'availability', id || ' ' || xmin || ' ' || ctid from availability_settings
          union all select 'credit', id || ' ' || xmin || ' ' || ctid from credit_settings
          union all select 'orders', id || ' ' || xmin || ' ' || ctid from order_settings
          union all select 'control', id || ' ' || xmin || ' ' || ctid from control_settings
          union all select 'samples', id || ' ' || xmin || ' ' || ctid from sample_settings) rows`
