/** The page of the API: every operation with its address, who may call it, and what it takes; made from the same list as OpenAPI. */
import type { Field } from '#kernel/field.ts'
import { apiPath } from '#modules/portal'
import { addressOf } from '#platform/api/dispatcher.ts'
import { schemaOf } from '#platform/api/schema.ts'
import { ruleInWords } from '#platform/authority.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { type Route, view } from '#platform/web/page.ts'
import { PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { texts } from './texts.ts'

interface Parameter {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
}

/** Reads that need no account come first in each module; the module is the first part of an operation's name. */
export function apiRoute(operations: readonly AnyOperation[]): Route {
  const byModule = [...Map.groupBy(operations, (operation) => operation.name.split('.')[0] ?? '')]
  return view(apiPath, async (visit) => {
    const reader = readerOf(visit.language)
    const { say } = reader
    return {
      title: say(texts.api),
      description: say(texts.apiLead),
      shared: true,
      body: (
        <>
          <PageHeader title={say(texts.api)} lead={say(texts.apiLead)} />
          <ul>
            <li>
              <a href="/api/openapi.json">OpenAPI 3.1 (/api/openapi.json)</a>
            </li>
            <li>{say(texts.apiReads)}</li>
            <li>{say(texts.apiWrites)}</li>
            <li>{say(texts.apiTokens)}</li>
            <li>{say(texts.apiProblems)}</li>
            <li>{say(texts.apiPaging)}</li>
          </ul>
          {byModule.map(([name, own]) => (
            <Section key={name} id={name} title={name}>
              <OperationTable reader={reader} name={name} operations={own} fields={visit.engine.fields} />
            </Section>
          ))}
        </>
      ),
    }
  })
}

function OperationTable(props: {
  reader: Reader
  name: string
  operations: readonly AnyOperation[]
  fields: readonly Field[]
}) {
  const { reader, name, operations, fields } = props
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id={`${name}-operations`}
      caption={name}
      captionUnseen
      rows={operations}
      keyOf={(operation) => operation.name}
      empty={null}
      columns={[
        {
          key: 'address',
          label: say(texts.apiAddress),
          rowHeader: true,
          render: (operation) => (
            <>
              <code>
                {operation.effect === 'read' ? 'GET' : 'POST'} {addressOf(operation)}
              </code>
              <small lang="en">{operation.summary}</small>
            </>
          ),
        },
        {
          key: 'takes',
          label: say(texts.apiTakes),
          render: (operation) => <Takes reader={reader} operation={operation} />,
        },
        {
          key: 'may',
          label: say(texts.apiMay),
          render: (operation) => <span lang="en">{ruleInWords(operation, fields)}</span>,
        },
      ]}
    />
  )
}

function Takes({ reader, operation }: { reader: Reader; operation: AnyOperation }) {
  const taken = parametersOf(operation)
  if (taken.length === 0) return <>–</>
  return (
    <>
      {taken.map(({ name, type, isRequired }) => (
        <div key={name}>
          <code>{name}</code>{' '}
          <span class="meta">
            {type}
            {isRequired && `, ${reader.say(texts.apiRequired)}`}
          </span>
        </div>
      ))}
    </>
  )
}

function parametersOf(operation: AnyOperation): Parameter[] {
  const schema = schemaOf(operation.input, 'input')
  const required = (schema.required ?? []) as string[]
  const properties = (schema.properties ?? {}) as Record<string, { type?: string; format?: string; enum?: string[] }>
  return Object.entries(properties).map(([name, { type, format, enum: values }]) => ({
    name,
    type: values?.join(' | ') ?? format ?? type ?? 'any',
    isRequired: required.includes(name),
  }))
}
