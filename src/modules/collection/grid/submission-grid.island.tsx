/** The grid in the browser: saves as one goes, keeps on the device what the server did not take, shows what others change. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { hydrateIsland } from '#platform/web/hydrate.ts'
import type { Cell, Finding, Saved } from '../submissions/submissions.model.ts'
import { fillWords } from '../submissions/submissions.rules.ts'
import type { Cells, GridProps } from './grid.model.ts'
import {
  afterLooking,
  afterSaving,
  changed,
  dirtyCells,
  findingsOf,
  heldCells,
  isBlock,
  isOutrun,
  pasted,
  restored,
  settled,
  startingCells,
} from './grid.rules.ts'
import { type GridActions, GridTable } from './grid.view.tsx'

const saveAfterMs = 900
const retryAfterMs = 10_000
const lookEveryMs = 20_000

export function SubmissionGrid(props: GridProps) {
  const [cells, setCells] = useState<Cells>(() => earlyCells(props))
  const [isAlive, setAlive] = useState(false)
  const findings = useMemo(() => findingsOf(props, cells), [cells])
  const saving = useSaving(props, cells, setCells)
  useEffect(() => setAlive(true), [])
  useEffect(() => tellBar(props, saving.said, conflictsIn(cells), findings, isAlive), [saving.said, findings, isAlive])
  const actions = props.isOpen && isAlive ? actionsOf(props, setCells, saving.now) : undefined
  return <GridTable grid={props} cells={cells} findings={findings} actions={actions} />
}

function actionsOf(
  props: GridProps,
  setCells: (step: (cells: Cells) => Cells) => void,
  saveNow: () => void,
): GridActions {
  const keys = props.rows.map((row) => row.key)
  return {
    change: (key, change) => setCells((cells) => changed(cells, key, change)),
    leave: saveNow,
    settle: (key, whose) => setCells((cells) => settled(cells, key, whose)),
    keyDown(event, key) {
      const isSelect = event.target instanceof HTMLSelectElement
      const step = stepOf(event, isSelect)
      if (step === 0) return
      event.preventDefault()
      const next = keys[keys.indexOf(key) + step]
      const control = next && document.getElementById(`field-cells.${next}`)
      if (!control) return
      control.focus()
      if (control instanceof HTMLInputElement) control.select()
    },
    paste(event, key) {
      const text = event.clipboardData?.getData('text') ?? ''
      if (!isBlock(text)) return
      event.preventDefault()
      setCells((cells) => pasted(keys, key, text).reduce((all, [at, entry]) => changed(all, at, { entry }), cells))
    },
  }
}

/** Enter goes down, with Shift up; the arrows too, but in a list they choose. */
function stepOf(event: KeyboardEvent, isSelect: boolean): number {
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1
  if (isSelect) return 0
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
}

/** Saves some time after the last change, at once when told, and again and again while the server cannot be reached. */
function useSaving(props: GridProps, cells: Cells, setCells: (step: (cells: Cells) => Cells) => void) {
  const [text, setSaid] = useState('')
  const latest = useRef(cells)
  const onItsWay = useRef<Cells | undefined>(undefined)
  const postWhenSaved = usePostWhenSaved(() => onItsWay.current && isOutrun(latest.current, onItsWay.current))
  latest.current = cells
  const now = async () => {
    const sent = dirtyCells(latest.current)
    if (onItsWay.current || Object.keys(sent).length === 0) return
    onItsWay.current = sent
    setSaid(props.words.saving ?? '')
    const { saved, said: outcome } = await post(props, sent)
    onItsWay.current = undefined
    if (saved) setCells((before) => afterSaving(before, sent, saved))
    setSaid(outcome)
    postWhenSaved()
  }
  useEffect(() => {
    if (!props.isOpen) return
    const { cells: result, count } = restored(latest.current, readKept(props))
    if (count > 0) {
      setCells(() => result)
      setSaid(fillWords(props.words.restored ?? '', { count }))
    }
    // Gone back to, the page is as it was made: what was saved since is looked up before anything is typed over it.
    if (navigation() === 'back_forward') void look(props, setCells)
    const timer = setInterval(() => void look(props, setCells), lookEveryMs)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    const waiting = dirtyCells(cells)
    keep(props, heldCells(cells))
    if (Object.keys(waiting).length === 0) return
    const soon = setTimeout(now, saveAfterMs)
    const again = setInterval(now, retryAfterMs)
    return () => {
      clearTimeout(soon)
      clearInterval(again)
    }
  }, [cells])
  return { said: text, now: () => void now() }
}

interface Held {
  readonly form: HTMLFormElement
  readonly button: HTMLElement | null
}

/**
 * Holds the form back while what is on its way to the server is not what stands on the screen: posted now, it would meet its own
 * older figure as somebody's. Gives what posts it, once the grid shows the answer.
 */
function usePostWhenSaved(isToWait: () => boolean | undefined): () => void {
  const held = useRef<Held | undefined>(undefined)
  const [answers, setAnswers] = useState(0)
  useEffect(() => {
    const form = document.getElementById('cells')
    if (!(form instanceof HTMLFormElement)) return
    const hold = (event: SubmitEvent) => {
      if (!isToWait()) return
      event.preventDefault()
      held.current = { form, button: event.submitter }
    }
    form.addEventListener('submit', hold)
    return () => form.removeEventListener('submit', hold)
  }, [])
  useEffect(() => {
    const { form, button } = held.current ?? {}
    held.current = undefined
    form?.requestSubmit(button)
  }, [answers])
  return () => setAnswers((count) => count + 1)
}

/** What somebody typed while the script was on its way stays. On a page that the browser brought back, fields tell of another time. */
function earlyCells(props: GridProps): Cells {
  const cells = startingCells(props)
  if (typeof document === 'undefined' || !props.isOpen || navigation() !== 'navigate') return cells
  return props.rows.reduce((all, { key }) => {
    const [cell] = document.getElementsByName(`cells.${key}`)
    const [note] = document.getElementsByName(`note.${key}`)
    const change = { ...(isChanged(cell) && { entry: cell.value }), ...(isChanged(note) && { note: note.value }) }
    return Object.keys(change).length > 0 ? changed(all, key, change) : all
  }, cells)
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Whether a field holds another thing than the page was made with. */
function isChanged(field: HTMLElement | undefined): field is Field {
  if (field instanceof HTMLSelectElement) {
    const made = [...field.options].find((option) => option.defaultSelected)
    return made !== undefined && !made.selected
  }
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  return isText && field.value !== field.defaultValue
}

function navigation(): NavigationTimingType | undefined {
  const [opened] = performance.getEntriesByType('navigation')
  return opened instanceof PerformanceNavigationTiming ? opened.type : undefined
}

type Outcome = { readonly saved?: Saved; readonly said: string }

async function post(props: GridProps, sent: Cells): Promise<Outcome> {
  const { round, unit, language, words, rows } = props
  const changes = rows.flatMap(({ key, measure, category }) => {
    const cell = sent[key]
    return cell ? [{ measure, category, entry: cell.entry, note: cell.note, version: cell.version }] : []
  })
  const count = changes.length
  const keptHere = (why = '') => ({ said: fillWords(why, { count }) })
  try {
    const response = await fetch('/api/v1/collection/saveCells', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ round, unit, language, cells: changes }),
    })
    if (response.status === 401) return keptHere(words.signedOut)
    if (response.ok) return { saved: await response.json(), said: fillWords(words.saved ?? '', { time: clockTime() }) }
    if (response.status >= 500) return keptHere(words.offline)
    const { detail } = (await response.json()) as { detail?: string }
    return { said: fillWords(words.refused ?? '', { reason: detail ?? response.statusText }) }
  } catch {
    return keptHere(words.offline)
  }
}

function clockTime(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** Takes over what others saved, while the page is looked at. */
async function look({ round, unit }: GridProps, setCells: (step: (cells: Cells) => Cells) => void): Promise<void> {
  if (document.hidden) return
  const query = new URLSearchParams({ round: String(round), unit })
  const response = await fetch(`/api/v1/collection/cells?${query}`).catch(() => undefined)
  if (!response?.ok) return
  const stored = (await response.json()) as Cell[]
  setCells((cells) => afterLooking(cells, stored))
}

function keptName({ round, unit }: GridProps): string {
  return `hieuhoc.cells.${round}.${unit}`
}

/** One store for all sections of a form: this section's cells are exchanged, the others' left. */
function keep(props: GridProps, waiting: Cells): void {
  const own = new Set(props.rows.map((row) => row.key))
  const others = Object.entries(readKept(props)).filter(([key]) => !own.has(key))
  const drafts = { ...Object.fromEntries(others), ...waiting }
  try {
    if (Object.keys(drafts).length > 0) localStorage.setItem(keptName(props), JSON.stringify(drafts))
    else localStorage.removeItem(keptName(props))
  } catch {
    // A full or forbidden store: the server still has what it took.
  }
}

function readKept(props: GridProps): Record<string, unknown> {
  try {
    return JSON.parse(localStorage.getItem(keptName(props)) ?? '{}')
  } catch {
    return {}
  }
}

function conflictsIn(cells: Cells): number {
  return Object.values(cells).filter((cell) => cell.conflict).length
}

/** The bar at the foot of the window stands outside the island: only its note is told. */
function tellBar(
  { words, elsewhere, uploadLeft }: GridProps,
  text: string,
  conflicts: number,
  findings: readonly Finding[],
  isAlive: boolean,
): void {
  const bar = document.getElementById('grid-note')
  if (!bar || !isAlive) return
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const errors = elsewhere.errors + count('error') + conflicts
  const missing = elsewhere.missing + count('missing')
  const counts = [
    errors > 0 && fillWords(words.toCorrect ?? '', { count: errors }),
    missing > 0 && fillWords(words.stillEmpty ?? '', { count: missing }),
    errors + missing === 0 && (uploadLeft ? words.storedReady : words.ready),
  ]
  bar.textContent = [text, uploadLeft, ...counts].filter(Boolean).join(' ')
}

hydrateIsland('submission-grid', SubmissionGrid)
