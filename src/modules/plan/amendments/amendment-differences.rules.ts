/** What is not in an amendment as it was seen: its decision, the changes that came, went and became others. */

import { type Difference, plain } from '#kernel/difference.ts'
import { formatDate, formatNumber, type Language, type Words } from '#kernel/language.ts'
import type { DiffEntry, DutyFact, TargetFact } from '../versions/versions.model.ts'
import { keyOfEntry, refOf } from '../versions/versions.rules.ts'
import { texts } from '../versions/versions.texts.ts'
import type { AmendmentContent } from './amendments.model.ts'

export function differencesOf(seen: AmendmentContent, now: AmendmentContent): Difference[] {
  const field = (what: Words, of: (content: AmendmentContent) => Words): Difference[] => {
    const [before, after] = [of(seen), of(now)]
    return before.vi === after.vi && before.en === after.en ? [] : [{ what, before, now: after }]
  }
  return [
    ...field(texts.symbol, ({ symbol }) => plain(symbol)),
    ...field(texts.issuedOn, ({ issuedOn }) => plain(formatDate(issuedOn))),
    ...field(texts.effectiveOn, ({ effectiveOn }) => plain(formatDate(effectiveOn))),
    ...field(texts.titleVi, ({ title }) => title),
    ...field(texts.reason, ({ reason }) => plain(reason)),
    ...changesOf(seen.changes, now.changes),
  ]
}

function changesOf(seen: readonly DiffEntry[], now: readonly DiffEntry[]): Difference[] {
  const [old, fresh] = [byKey(seen), byKey(now)]
  const gone = seen.filter((entry) => !fresh.has(keyOfEntry(entry)))
  const come = now.filter((entry) => JSON.stringify(old.get(keyOfEntry(entry))) !== JSON.stringify(entry))
  return [
    ...gone.map((entry) => ({ what: placeOf(entry), before: saidOf(entry) })),
    ...come.map((entry) => {
      const before = old.get(keyOfEntry(entry))
      return { what: placeOf(entry), ...(before ? { before: saidOf(before) } : {}), now: saidOf(entry) }
    }),
  ]
}

function byKey(changes: readonly DiffEntry[]): ReadonlyMap<string, DiffEntry> {
  return new Map(changes.map((entry) => [keyOfEntry(entry), entry]))
}

function placeOf(entry: DiffEntry): Words {
  return { vi: `${texts.changeAt.vi} ${refOf(entry)}`, en: `${texts.changeAt.en} ${refOf(entry)}` }
}

/** What a change asks, in a line; that it ends what is in force where it asks nothing. */
function saidOf(entry: DiffEntry): Words {
  if (entry.new === null) return texts.endsIt
  return { vi: askedIn('vi', entry), en: askedIn('en', entry) }
}

function askedIn(language: Language, entry: DiffEntry): string {
  if (entry.what === 'target' && entry.new) return targetIn(language, entry.new)
  if (entry.what === 'duty' && entry.new) return dutyIn(language, entry.new)
  return entry.new && 'title' in entry.new ? entry.new.title[language] : ''
}

function targetIn(language: Language, { subject, comparator, value, year }: TargetFact): string {
  const input = value === null ? '' : `${comparator} ${formatNumber(language, value)}`
  return [subject[language], input, String(year)].filter(Boolean).join(', ')
}

function dutyIn(language: Language, { title, agency, deadline }: DutyFact): string {
  const by = deadline && 'by' in deadline && deadline.by ? formatDate(deadline.by) : ''
  return [title[language], agency, by].filter(Boolean).join(', ')
}
