/** Says what changed in a form since it was seen: cells, notes, duties, evidence; each a difference in words. */

import { type Difference, plain } from '#kernel/difference.ts'
import { formatNumber, type Words } from '#kernel/language.ts'
import { texts } from '../collection.texts.ts'
import { type DutyContents, type DutyField, dutyContentNames } from '../forms/duty-fields.model.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { rowName } from '../submissions/findings.rules.ts'
import type { CellContents } from '../submissions/submissions.model.ts'
import { cellKey } from '../submissions/submissions.rules.ts'

interface ChangedCell {
  readonly measure: string
  readonly category: string
  readonly before: CellContents | null
  readonly now: CellContents
}

/** The figure of a cell, and its note, each where it changed. */
export function cellDifferences(changed: readonly ChangedCell[], rows: readonly FormRow[]): Difference[] {
  return changed.flatMap(({ measure, category, before, now }) => {
    const row = rows.find((each) => each.measure === measure && each.category === category)
    const name: Words = row ? { vi: rowName('vi', row), en: rowName('en', row) } : plain(measure)
    const path = ['cells', cellKey(measure, category)]
    const [was, note] = [before?.entry ?? '', before?.note ?? '']
    return [
      ...(was === now.entry ? [] : [{ what: name, before: plain(was), now: plain(now.entry), path }]),
      ...(note === now.note ? [] : [{ what: noteOf(name), before: plain(note), now: plain(now.note), path }]),
    ]
  })
}

function noteOf(name: Words): Words {
  return { vi: `${texts.noteOf.vi} ${name.vi}`, en: `${texts.noteOf.en} ${name.en}` }
}

/** A report with the words of its state. */
type DutyWords = Omit<DutyContents, 'state'> & { readonly state: Words }

/** Each part of a report on a duty that changed, named by the duty and by the form's own word for the part. */
export function dutyDifferences(
  changed: readonly { readonly ref: string; readonly before: DutyWords | null; readonly now: DutyWords }[],
  fields: readonly DutyField[],
): Difference[] {
  return changed.flatMap(({ ref, before, now }) =>
    dutyContentNames
      .map(
        (name): Difference => ({
          what: partOf(ref, fields.find(({ field }) => field === name)?.name ?? plain(name)),
          ...(before ? { before: wordsOf(before[name]) } : {}),
          now: wordsOf(now[name]),
        }),
      )
      .filter((each) => (each.before?.vi ?? '') !== each.now?.vi),
  )
}

function partOf(ref: string, part: Words): Words {
  return { vi: `${texts.dutyOf.vi} ${ref}, ${lowered(part.vi)}`, en: `${texts.dutyOf.en} ${ref}, ${lowered(part.en)}` }
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function wordsOf(value: Words | string | number | null): Words {
  if (value === null || typeof value === 'number') return percentWords(value)
  return typeof value === 'string' ? plain(value) : value
}

function percentWords(percent: number | null): Words {
  if (percent === null) return plain('')
  return { vi: `${formatNumber('vi', percent, 1)}%`, en: `${formatNumber('en', percent, 1)}%` }
}

export function evidenceDifferences(
  changed: readonly { readonly ref: string; readonly title: string; readonly isRemoved: boolean }[],
): Difference[] {
  return changed.map(({ ref, title, isRemoved }) => {
    const what = { vi: `${texts.evidenceOf.vi} ${ref}`, en: `${texts.evidenceOf.en} ${ref}` }
    return isRemoved ? { what, before: plain(title) } : { what, now: plain(title) }
  })
}
