/** The columns of every table, as migrations leave them. Written by test/tables.test.ts with UPDATE_DOCS=1, never by hand. */
import type { Generated, GeneratedAlways } from 'kysely'

type Json = object | string | number | boolean

declare module '#platform/database/tables.ts' {
  interface Tables {
    'access.account': {
      id: string
      email: string
      name: string
      password_hash: string | null
      language: string
      created_at: Date
      disabled_at: Date | null
      wants_anchors: Generated<boolean>
    }
    'access.api_token': {
      id: string
      token_hash: string
      account_id: string
      name: string
      scopes: readonly string[]
      created_at: Date
      expires_on: string
      last_used_at: Date | null
      revoked_at: Date | null
      seq: GeneratedAlways<number>
    }
    'access.delegation': {
      id: string
      delegator_id: string
      delegate_id: string
      field: string
      valid_from: string
      valid_to: string
      made_by: string | null
      made_at: Date
      seq: GeneratedAlways<number>
    }
    'access.failed_sign_in': {
      email: string
      address: string
      at: Date
    }
    'access.invitation': {
      id: string
      token_hash: string | null
      email: string
      name: string
      language: string
      unit_id: string
      role: string
      invited_by: string | null
      created_at: Date
      expires_at: Date
      used_at: Date | null
      seq: GeneratedAlways<number>
      field: string
    }
    'access.openid_identity': {
      issuer: string
      subject: string
      account_id: string
      linked_at: Date
    }
    'access.password_reset': {
      id: string
      token_hash: string | null
      account_id: string
      created_at: Date
      expires_at: Date
      used_at: Date | null
    }
    'access.reset_request': {
      id: string
      email: string
      at: Date
    }
    'access.role_grant': {
      id: string
      account_id: string
      unit_id: string
      role: string
      valid_from: string
      valid_to: Generated<string>
      granted_by: string | null
      granted_at: Date
      decision_id: string | null
      field: string
    }
    'access.role_move': {
      decision_id: string
      grant_id: string
      on_day: string
      was_until: string
      to_id: string | null
      to_name: string | null
      others: readonly string[]
      why: string
      decision: string
      moved_at: Date
      undone_at: Date | null
      seq: GeneratedAlways<number>
    }
    'collection.cell': {
      unit_id: string
      submission_id: string
      measure: string
      category: Generated<string>
      entry: string
      language: string
      amount: number | null
      note: Generated<string>
      version: number
      edited_by: string | null
      editor: string
      edited_at: Date
    }
    'collection.closed_form': {
      unit_id: string
      submission_id: string
      to_unit_id: string
      how: string
      was: string
    }
    'collection.content_change': {
      unit_id: string
      submission_id: string
      version: number
      seq: GeneratedAlways<number>
      measure: string | null
      category: string | null
      duty_id: string | null
      evidence_id: string | null
      before: Json | null
      now: Json | null
      by_id: string | null
      by_name: string
      at: Date
    }
    'collection.duty_report': {
      unit_id: string
      submission_id: string
      duty_id: string
      state: string
      percent: number | null
      result: string
      difficulty: string
      proposal: string
      version: number
      edited_by: string | null
      editor: string
      edited_at: Date
    }
    'collection.duty_report_version': {
      unit_id: string
      submission_id: string
      duty_id: string
      version: number
      state: string
      percent: number | null
      result: string
      difficulty: string
      proposal: string
      edited_by: string | null
    }
    'collection.duty_state': {
      code: string
      position: number
      name_vi: string
      name_en: string
    }
    'collection.evidence': {
      unit_id: string
      submission_id: string
      duty_id: string
      id: string
      title: string
      url: string | null
      file: string | null
      file_type: string | null
      added_by: string | null
      added_at: Date
      removed_at: Date | null
      seq: GeneratedAlways<number>
      added_version: number
      removed_version: number | null
    }
    'collection.form': {
      id: string
      code: string
      year: number
      audience: string
      per_duty: boolean
      name_vi: string
      name_en: string
      duty_fields: Json
      version: Generated<number>
      ended_on: string | null
    }
    'collection.form_row': {
      form_id: string
      position: number
      section: string
      measure: string
      category: Generated<string>
      unit_vi: string
      unit_en: string
      highest: number | null
      required: boolean
      part_vi: string | null
      part_en: string | null
      disjoint: Generated<boolean>
    }
    'collection.form_section': {
      form_id: string
      code: string
      position: number
      name_vi: string
      name_en: string
    }
    'collection.round': {
      id: string
      year: number
      title_vi: string
      title_en: string
      opens_on: string
      due_on: string
      state: string
      is_sample: boolean
      created_at: Date
    }
    'collection.sent_cell': {
      unit_id: string
      submission_id: string
      measure: string
      category: string
      sent_version: number
      cell_version: number
      entry: string
      amount: number | null
      note: string
      edited_by: string | null
      editor: string
      edited_at: Date
    }
    'collection.sent_duty': {
      unit_id: string
      submission_id: string
      duty_id: string
      sent_version: number
      report_version: number
      state: string
      percent: number | null
      result: string
      difficulty: string
      proposal: string
    }
    'collection.submission': {
      unit_id: string
      id: string
      round_id: string
      form_id: string
      state: string
      due_on: string
      version: Generated<number>
      is_sample: boolean
      touched_at: Date | null
      sent_at: Date | null
      sent_on: string | null
      is_late: Generated<boolean>
      returned_at: Date | null
      return_reason: string | null
      approved_at: Date | null
      reminded_on: string | null
      closed_on: string | null
      sent_seq: number | null
      content_version: Generated<number>
    }
    'indicators.category': {
      dimension: string
      code: string
      position: number
      name_vi: string
      name_en: string
      ended_on: string | null
    }
    'indicators.dimension': {
      code: string
      position: number
      name_vi: string
      name_en: string
      ended_on: string | null
    }
    'indicators.indicator': {
      code: string
      position: number
      kind: string
      unit: string
      numerator: string | null
      denominator: string | null
      at_least: number | null
      unit_kind: string
      direction: string
      decimals: number
      name_vi: string
      name_en: string
      explanation_vi: string
      explanation_en: string
      legal_value: number | null
      legal_source: string | null
      legal_verified: boolean | null
      parallel_of: string | null
      ended_on: string | null
    }
    'indicators.measure': {
      code: string
      position: number
      kind: string
      unit: string
      clock: string
      aggregate: string
      section: string
      name_vi: string
      name_en: string
      explanation_vi: string
      explanation_en: string
      at_most: string | null
      dimensions: readonly string[]
      verified: boolean
      ended_on: string | null
    }
    'indicators.measure_rule': {
      code: string
      parts: readonly string[]
      relation: string
      whole: string
      explanation_vi: string
      explanation_en: string
      ended_on: string | null
    }
    'indicators.source': {
      id: string
      kind: string
      rank: number
      title: string
      url: string | null
      read_on: string | null
    }
    'indicators.term': {
      kind: string
      code: string
      position: number
      name_vi: string
      name_en: string
      ended_on: string | null
    }
    'indicators.value': {
      unit_id: string
      id: string
      subject: string
      category: Generated<string>
      year: number | null
      period: string | null
      as_of: string | null
      amount: number
      qualifier: string | null
      status: string
      confidence: string
      source_id: string
      is_sample: Generated<boolean>
      submission_id: string | null
      submission_version: number | null
      note_vi: string | null
      note_en: string | null
      replaces: string | null
      reason: string | null
      recorded_by: string | null
      recorded_at: Date
      is_withdrawn: Generated<boolean>
      seq: GeneratedAlways<number>
    }
    'issued_documents.book': {
      unit_id: string
      year: number
      kind: string
      is_sample: boolean
      last_number: number
    }
    'issued_documents.entry': {
      id: string
      unit_id: string
      year: number
      kind: string
      is_sample: boolean
      first_number: number
      last_number: number
      state: string
      symbol: string | null
      issued_on: string | null
      title: string | null
      signatory: string | null
      recipients: string | null
      kept_by: string | null
      note: string | null
      reason: string | null
      source: string | null
      version: Generated<number>
      recorded_by: string | null
      recorded_at: Date
    }
    'issued_documents.kind': {
      code: string
      abbreviation: string
      name_vi: string
      name_en: string
      position: number
    }
    'organisation.boundary': {
      unit_id: string
      valid_from: string
      valid_to: string
      import_id: string
      geometry: Json
      far: Json
      middle: Json
      near: Json
      measured_area_km2: number
      west: number
      south: number
      east: number
      north: number
    }
    'organisation.boundary_import': {
      id: string
      valid_on: string
      file_name: string
      file: string
      source: string
      licence: string | null
      features: number
      findings: Json
      imported_by: string | null
      imported_at: Date
      seq: GeneratedAlways<number>
    }
    'organisation.closure': {
      ancestor_id: string
      descendant_id: string
      depth: number
      valid_from: string
      valid_to: string
    }
    'organisation.crosswalk': {
      from_id: string
      from_start: string
      from_end: string
      to_id: string
      to_start: string
      to_end: string
      weight: number
      basis: string
    }
    'organisation.decision': {
      id: string
      effective_on: string
      position: GeneratedAlways<number>
      title: string
      basis: string
      changes: Json
      unit_ids: Json
      applied_by: string | null
      applied_at: Date
      withdrawn_by: string | null
      withdrawn_at: Date | null
    }
    'organisation.foundation': {
      only_one: Generated<boolean>
      tree: Json
      laid_at: Date
    }
    'organisation.succession': {
      id: string
      effective_on: string
      from_id: string
      to_id: string
      part: string
      share: number | null
      population_moves: string | null
      scope: string | null
      scope_vi: string | null
      scope_en: string | null
      basis: string
      verified: boolean
    }
    'organisation.unit': {
      id: string
      code: string
      kind: string
      opened_on: string
      closed_on: string
    }
    'organisation.unit_kind': {
      code: string
      tree: string
      level: number
      name_vi: string
      name_en: string
    }
    'organisation.unit_version': {
      unit_id: string
      valid_from: string
      valid_to: string
      name: string
      type: string
      parent_id: string | null
      area_km2: number | null
      seat: string | null
      lon: number | null
      lat: number | null
      source: string
      full_name: string
      folded: GeneratedAlways<string>
      area_is_estimate: Generated<boolean>
    }
    'plan.amendment': {
      id: string
      plan_id: string
      symbol: string
      issued_on: string
      effective_on: string
      title_vi: string
      title_en: string
      reason: string
      changes: Generated<Json>
      drafted_by: string | null
      drafted_at: Date
      changed_at: Date
      state: Generated<string>
      version: number | null
      revision: Generated<number>
      seq: Generated<number>
    }
    'plan.amendment_content': {
      amendment_id: string
      revision: number
      symbol: string
      issued_on: string
      effective_on: string
      title_vi: string
      title_en: string
      reason: string
      changes: Json
      written_by: string | null
    }
    'plan.clause': {
      plan_id: string
      ref: string
      parent_ref: string | null
      kind: string
      position: number
      title_vi: string
      title_en: string
      from_version: Generated<number>
      until_version: number | null
    }
    'plan.clause_text': {
      plan_id: string
      ref: string
      document_id: string
      line: number
      text: string
    }
    'plan.component_plan': {
      plan_id: string
      ref: string
      title_vi: string
      title_en: string
      lead_id: string
      coordinator_id: string
      approval_year: number
      approval_quarter: number
      indicators: readonly string[]
      approved_on: string | null
      approval_document: string | null
      from_version: Generated<number>
      until_version: number | null
    }
    'plan.document': {
      id: string
      plan_id: string
      file_name: string
      file: string
      attached_by: string | null
      attached_at: Date
      seq: GeneratedAlways<number>
    }
    'plan.duty': {
      id: string
      plan_id: string
      ref: string
      position: number
      agency_id: string
      role: string
      title_vi: string
      title_en: string
      tasks: readonly string[]
      with_agencies: readonly string[]
      indicators: readonly string[]
      deadline: Json | null
      from_version: Generated<number>
      until_version: number | null
      replaced_by: string | null
      scope: string | null
    }
    'plan.duty_holder': {
      duty_id: string
      unit_id: string
      valid_from: string
      valid_to: string
      verified: boolean
    }
    'plan.import_verdict': {
      id: string
      import_id: string
      piece: string
      verdict: string
      correction: Json | null
      judged_by: string | null
      judged_at: Date
      seq: GeneratedAlways<number>
    }
    'plan.plan': {
      id: string
      code: string
      symbol: string
      title_vi: string
      title_en: string
      issued_on: string
      from_year: number
      to_year: number
      standing_agency_id: string
      signatory: string
      legal_bases: Json
      reporting: Json
    }
    'plan.plan_import': {
      id: string
      plan_id: string | null
      file_name: string
      file: string
      file_kind: string
      lines: Json
      draft: Json
      state: Generated<string>
      version: number | null
      created_by: string | null
      created_at: Date
      seq: GeneratedAlways<number>
    }
    'plan.plan_version': {
      plan_id: string
      number: number
      kind: string
      symbol: string
      issued_on: string
      effective_on: string
      title_vi: string
      title_en: string
      reason: string
      diff: Json
      document_id: string | null
      drafted_by: string | null
      published_by: string | null
      published_at: Date
      follows: GeneratedAlways<number | null>
      follows_on: string | null
    }
    'plan.target': {
      id: string
      plan_id: string
      ref: string
      key: string
      group_code: string
      position: number
      year: number
      indicator: string
      comparator: string
      value: number | null
      mode: string
      subject_vi: string
      subject_en: string
      note_vi: string | null
      note_en: string | null
      from_version: Generated<number>
      until_version: number | null
      replaced_by: string | null
    }
    'plan.target_group': {
      plan_id: string
      code: string
      position: number
      name_vi: string
      name_en: string
    }
    'platform.audit_anchor': {
      day: string
      batch: number
      entries: number
      seq: number
      hash: string
      created_at: Date
    }
    'platform.audit_batch': {
      batch: number
      place: number
      hash: string
      sealed_at: Date
      sealed_on: string
    }
    'platform.audit_entry': {
      seq: Generated<number>
      at: Date
      actor_id: string | null
      actor: string
      via: string
      address: string | null
      operation: string
      subject: string | null
      unit_id: string | null
      detail: Json
      previous_hash: string | null
      hash: string | null
    }
    'platform.audit_head': {
      only_row: Generated<boolean>
      seq: number
      hash: string
      place: Generated<number>
      batch: Generated<number>
      batch_hash: Generated<string>
      sealed_on: string | null
    }
    'platform.audit_link': {
      place: number
      seq: number
      previous_hash: string
      hash: string
    }
    'platform.audit_waiting': {
      seq: number
      topics: readonly string[]
    }
    'platform.backup_run': {
      id: string
      kind: string
      file: string | null
      started_at: Date
      ended_at: Date
      is_good: boolean
      made_at: Date | null
      bytes: number | null
      table_count: number | null
      row_count: number | null
      file_count: number | null
      file_bytes: number | null
      lost_file_count: Generated<number>
      is_encrypted: Generated<boolean>
      audit_entry_count: number | null
      failure_code: string | null
      failure_vi: string | null
      failure_en: string | null
    }
    'platform.idempotency_key': {
      key: string
      operation: string
      actor: string
      answer: Json | null
      created_at: Date
      input_hash: Generated<string>
    }
    'platform.kept_bytes': {
      holder: string
      bytes: number
    }
    'platform.kept_file': {
      id: string
      name: string
      unit_id: string | null
      bytes: number
      kept_at: Date
    }
    'platform.migration': {
      module: string
      name: string
      checksum: string
      applied_at: Generated<Date>
      applied_in: Generated<string>
    }
    'platform.outbox': {
      id: string
      name: string
      payload: Json
      created_at: Date
      relayed_at: Date | null
      seq: GeneratedAlways<number>
    }
    'platform.pack_application': {
      id: string
      applied_at: Date
      kind: string
      files: string
      new_rows: number
      changed_rows: number
      ended_rows: number
      own_rows: number
    }
    'platform.pack_file': {
      file: string
      version: number
      checksum: string
      applied_at: Date
    }
    'platform.pack_row': {
      kind: string
      key: string
      content: Json
    }
    'platform.script': {
      module: string
      name: string
      checksum: string
    }
    'platform.search_entry': {
      kind: string
      id: string
      ref: string
      name_vi: string
      name_en: string
      detail_vi: string
      detail_en: string
      href: string
      folded: string
      words: readonly string[]
      visible_at: string | null
      visible_field: string | null
      valid_from: string
      valid_to: string
    }
    'platform.search_kind': {
      kind: string
    }
    'platform.search_word': {
      word: string
      letters: GeneratedAlways<number | null>
    }
    'platform.session': {
      token_hash: string
      account_id: string
      created_at: Date
      seen_at: Date
      expires_at: Date
      address: string | null
      agent: string | null
      seq: Generated<number>
    }
    'platform.table_import': {
      id: string
      kind: string
      file: string
      file_name: string
      state: string
      account_id: string | null
      account_name: string
      created_at: Date
      head: Json | null
      read_bytes: Generated<number>
      all_bytes: number | null
      row_count: Generated<number>
      wrong_row_count: Generated<number>
      problem_count: Generated<number>
      stored_line: Generated<number>
      stored_count: Generated<number>
      undone_count: Generated<number>
      turn: string | null
      worked_at: Date | null
      turns_begun: Generated<number>
      failure: Json | null
    }
    'platform.table_import_problem': {
      import_id: string
      line: number
      place: number
      column_number: number | null
      heading: string | null
      code: string
      vi: string
      en: string
    }
    'platform.table_import_row': {
      import_id: string
      line: number
      key: string | null
      cells: Json
      is_wrong: boolean
    }
    'platform.workflow_event': {
      workflow: string
      subject_id: string
      sequence: number
      follows: GeneratedAlways<number | null>
      step: string
      from_state: string | null
      to_state: string
      by_id: string | null
      by_name: string | null
      at: Date | null
      reason: string | null
      due_on: string | null
      version: number | null
      hands: readonly string[] | null
    }
    'policy_documents.document': {
      id: string
      unit_id: string
      number: string
      issued_on: string
      kind: string
      title: string
      is_public: boolean
      ended_on: string | null
      replaced_by: string | null
      file: string | null
      file_name: string | null
      file_type: string | null
      import_id: string | null
      version: Generated<number>
      recorded_by: string | null
      recorded_at: Date
    }
    'policy_documents.implements': {
      document_id: string
      item_kind: string
      item_id: string
    }
    'policy_documents.kind': {
      code: string
      abbreviation: string
      name_vi: string
      name_en: string
      position: number
    }
    'reorganisation.content': {
      decision_id: string
      version: number
      effective_on: string
      title: string
      basis: string
      changes: Json
    }
    'reorganisation.decision': {
      id: string
      effective_on: string
      title: string
      basis: string
      changes: Json
      state: string
      version: number
      unit_effects: Json | null
      settled_at: Date | null
      consequences: Json | null
      seq: Generated<number>
    }
    'reports.file': {
      report_id: string
      format: string
      file: string
      made_at: Date
    }
    'reports.narrative': {
      report_id: string
      version: number
      texts: Json
      saved_by: string | null
      saved_by_name: string
      saved_at: Date
    }
    'reports.report': {
      id: string
      year: number
      kind: string
      state: string
      number: number | null
      symbol: string | null
      issued_on: string | null
      head: Json | null
      is_sample: boolean
      created_at: Date
      frozen_at: Date | null
      frozen_by: string | null
    }
    'reports.snapshot': {
      report_id: string
      data: Json
      inputs: Json
      hash: string
      audit_seq: number
      audit_hash: string
    }
    'reports.value_usage': {
      report_id: string
      unit_code: string
      unit_on: string
      value_id: string
      use: string
    }
  }
}
