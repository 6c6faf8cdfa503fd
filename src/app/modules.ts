/** The list of modules, ground first: the order in which they may import each other, migrate, and appear. */

import type { Field } from '#kernel/field.ts'
import { access } from '#modules/access'
import { collection } from '#modules/collection'
import { indicators } from '#modules/indicators'
import { organisation } from '#modules/organisation'
import { plan } from '#modules/plan'
import { portal } from '#modules/portal'
import { reorganisation } from '#modules/reorganisation'
import { reports } from '#modules/reports'
import type { ModuleMigrations } from '#platform/database/index.ts'
import { platformMigrations } from '#platform/database/index.ts'
import type { Module } from '#platform/module.ts'
import { system } from './system/index.ts'

export const moduleOrder = [
  'organisation',
  'access',
  'indicators',
  'official-texts',
  'plan',
  'collection',
  'reorganisation',
  'reports',
  'portal',
] as const

export const modules: readonly Module[] = [
  organisation,
  access,
  indicators,
  plan,
  collection,
  reorganisation,
  reports,
  portal,
  system,
]

/** The fields of work in which roles are held. */
export const fields: readonly Field[] = modules.flatMap(({ name, field }) =>
  field ? [{ code: name, words: field }] : [],
)

/// <reference types="vite/types/importMeta.d.ts" />
const sqlFiles: Record<string, string> = import.meta.glob('../modules/*/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Every module's SQL by its place: `migrations/NNN_name.sql` once each, `published.sql` and `citus.sql` anew when changed. */
export const moduleMigrations: readonly ModuleMigrations[] = [platformMigrations, ...moduleOrder.map(migrationsOf)]

function migrationsOf(name: string): ModuleMigrations {
  const folder = `../modules/${name}/migrations/`
  const own = Object.entries(sqlFiles).filter(([file]) => file.startsWith(folder))
  const named = (wanted: string) => own.find(([file]) => file === `${folder}${wanted}`)?.[1]
  const numbered = own.filter(([file]) => /\/\d{3}_[\w-]+\.sql$/.test(file))
  const migrations = Object.fromEntries(numbered.map(([file, text]) => [file.slice(folder.length), text]))
  return { name, migrations, published: named('published.sql'), citus: named('citus.sql') }
}
