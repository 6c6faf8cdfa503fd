/** The list of modules, ground first: the order in which they may import each other, migrate, and appear. */

import type { Field } from '#kernel/field.ts'
import { access } from '#modules/access'
import { collection } from '#modules/collection'
import { indicators } from '#modules/indicators'
import { issuedDocuments } from '#modules/issued-documents'
import { organisation } from '#modules/organisation'
import { plan } from '#modules/plan'
import { policyDocuments } from '#modules/policy-documents'
import { portal } from '#modules/portal'
import { reorganisation } from '#modules/reorganisation'
import { reports } from '#modules/reports'
import type { ModuleMigrations } from '#platform/database/index.ts'
import { platformMigrations } from '#platform/database/index.ts'
import { gathered, type Module, type Parts } from '#platform/module.ts'
import { systemOf } from './system/index.ts'
import { packOperationsOf } from './system/packs.ts'

export const moduleOrder = [
  'organisation',
  'access',
  'issued-documents',
  'indicators',
  'official-texts',
  'plan',
  'policy-documents',
  'collection',
  'reorganisation',
  'reports',
  'portal',
] as const

const programme: readonly Module[] = [
  organisation,
  access,
  issuedDocuments,
  indicators,
  plan,
  policyDocuments,
  collection,
  reorganisation,
  reports,
  portal,
]

/** What is done with the packs of all modules. */
export const packOperations = packOperationsOf(programme.flatMap(({ packKinds = [] }) => packKinds))

export const modules: readonly Module[] = [
  ...programme,
  systemOf(
    programme.flatMap(({ search = [] }) => search),
    packOperations,
  ),
]

/** The fields of work in which roles are held. */
export const fields: readonly Field[] = modules.flatMap(({ name, field }) =>
  field ? [{ code: name, words: field }] : [],
)

/** What pages over all modules show. */
export const parts: Parts = {
  unitSections: gathered(modules.map(({ unitSections }) => unitSections)),
  search: gathered(modules.map(({ search }) => search)),
}

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
  // A schema is named without quotes.
  return { name: name.replaceAll('-', '_'), migrations, published: named('published.sql'), citus: named('citus.sql') }
}
