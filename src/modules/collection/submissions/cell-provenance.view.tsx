/** The form a figure came by, on the page of the figure: for anybody its round and dates, with rights the people, notes and evidence. */
import { Facts, Section, Stack } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { HistoryTable } from '#ui/workflow.tsx'
import { texts } from '../collection.texts.ts'
import { evidenceFilePath, submissionPath } from '../paths.ts'
import { stepText } from '../review/review-section.view.tsx'
import type { CellProvenance, FormProvenance, ProvenanceEvidence, SentCell } from './cell-provenance.model.ts'

interface FormProvenanceProps {
  readonly reader: Reader
  readonly provenance: FormProvenance
  /** The code of the unit. */
  readonly unit: string
  /** The sending that the figure is of. */
  readonly version: number | null
  /** Those with rights see all that happened, and by whom, in its own section. */
  readonly isToldBelow: boolean
}

/** Round, form and sending; all of it public. */
export function FormProvenanceSection({ reader, provenance, unit, version, isToldBelow }: FormProvenanceProps) {
  const { say, language } = reader
  const href = submissionPath.to({ year: String(provenance.year), code: unit })
  return (
    <Section id="origin" title={say(texts.formProvenanceTitle)} actions={<a href={href}>{say(texts.openForm)}</a>}>
      <Stack>
        <Facts
          items={[
            {
              label: say(texts.formProvenanceRound),
              value: (
                <>
                  {provenance.round[language]} {provenance.isSample && <SampleLabel reader={reader} />}
                </>
              ),
            },
            { label: say(texts.formProvenanceForm), value: provenance.form[language] },
            {
              label: say(texts.formProvenanceVersion),
              value: say(texts.formProvenanceVersionOf, {
                version: version ?? provenance.version,
                count: provenance.version,
              }),
            },
            { label: say(texts.formProvenanceState), value: <StatusMark reader={reader} status={provenance.state} /> },
          ]}
        />
        {!isToldBelow && <StepTable reader={reader} steps={provenance.steps} version={version} />}
      </Stack>
    </Section>
  )
}

function StepTable(props: { reader: Reader; steps: FormProvenance['steps']; version: number | null }) {
  const { reader, steps, version } = props
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="steps"
      caption={say(texts.steps)}
      rows={steps}
      keyOf={(step) => `${step.at} ${step.kind}`}
      isCurrent={(step) => step.kind === 'approved' && step.version === version}
      empty={null}
      columns={[
        { key: 'what', label: say(texts.what), rowHeader: true, render: (step) => publicText(reader, step) },
        { key: 'when', label: say(texts.when), size: 'large', render: (step) => reader.instant(new Date(step.at)) },
      ]}
    />
  )
}

function publicText({ say }: Reader, { kind, version }: FormProvenance['steps'][number]): string {
  if (kind === 'sent') return say(texts.eventSent, { version })
  if (kind === 'approved') return say(texts.approved)
  return say(kind === 'returned' ? texts.stepReturned : texts.stepReopened)
}

interface CellProvenanceProps {
  readonly reader: Reader
  /** Undefined where this reader has no right to it. */
  readonly provenance: CellProvenance | undefined
  /** Where to sign in; undefined for somebody who has. */
  readonly signInHref: string | undefined
  readonly year: number
  readonly unit: string
}

/** People, notes and evidence; who may not see them is told so. */
export function CellProvenanceSection({ reader, provenance, signInHref, year, unit }: CellProvenanceProps) {
  const { say } = reader
  return (
    <Section id="people" title={say(texts.provenanceTitle)}>
      {provenance ? (
        <Stack>
          <CellTable reader={reader} cells={provenance.cells} />
          <h3>{say(texts.provenanceEvents)}</h3>
          <HistoryTable reader={reader} history={provenance.history} textOf={stepText(reader)} />
          <h3>{say(texts.provenanceEvidence)}</h3>
          <EvidenceList reader={reader} evidence={provenance.evidence} at={{ year: String(year), code: unit }} />
        </Stack>
      ) : (
        <p class="measure">
          {say(texts.provenanceHidden)} {signInHref && <a href={signInHref}>{say(texts.provenanceSignIn)}</a>}
        </p>
      )}
    </Section>
  )
}

function CellTable({ reader, cells }: { reader: Reader; cells: readonly SentCell[] }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="cells"
      caption={say(texts.provenanceCells)}
      rows={cells}
      keyOf={(cell) => String(cell.version)}
      isCurrent={(cell) => cell === cells[0]}
      empty={<p class="meta">{say(texts.provenanceNoCells)}</p>}
      columns={[
        {
          key: 'version',
          label: say(texts.provenanceVersion),
          rowHeader: true,
          render: (cell) => say(texts.eventSent, { version: cell.version }),
        },
        {
          key: 'entry',
          label: say(texts.provenanceEntry),
          align: 'end',
          render: (cell) => cell.entry || <span class="soft">{say(texts.provenanceEmptied)}</span>,
        },
        { key: 'who', label: say(texts.who), render: (cell) => cell.editor },
        {
          key: 'when',
          label: say(texts.when),
          size: 'medium',
          render: (cell) => reader.instant(new Date(cell.editedAt)),
        },
        { key: 'note', label: say(texts.provenanceNote), render: (cell) => cell.note || '–' },
      ]}
    />
  )
}

interface EvidenceProps {
  readonly reader: Reader
  readonly evidence: readonly ProvenanceEvidence[]
  readonly at: { readonly year: string; readonly code: string }
}

function EvidenceList({ reader, evidence, at }: EvidenceProps) {
  if (evidence.length === 0) return <p class="meta">{reader.say(texts.provenanceNoEvidence)}</p>
  return (
    <ul class="list">
      {evidence.map((proof) => (
        <li key={proof.id}>
          <span class="soft">{proof.duty}</span>{' '}
          <a href={proof.url ?? evidenceFilePath.to({ ...at, evidence: proof.id })}>{proof.title}</a>
        </li>
      ))}
    </ul>
  )
}
