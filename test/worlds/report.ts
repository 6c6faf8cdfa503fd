/** A report's facts in small: three wards, one agency, one target, two duties; tests change what they need. */
import type { DutyFact, ReportData, TargetFact, TargetFigure, UnitFact } from '#modules/reports'

/** A ward with these approved amounts; with null it waits for approval. */
export function unit(code: string, values: Record<string, number> | null, more: Partial<UnitFact> = {}): UnitFact {
  return {
    code,
    name: `Phường ${code}`,
    type: 'Phường',
    audience: 'commune',
    state: values ? 'approved' : 'sent',
    isCounted: values !== null,
    isLate: false,
    dueOn: '2026-11-30',
    sentOn: values ? '2026-11-05' : null,
    approvedOn: values ? '2026-11-21' : null,
    isSample: false,
    status: values ? 'provisional' : null,
    values: values ?? {},
    ...more,
  }
}

export function figure(year: number, value: number, more: Partial<TargetFigure> = {}): TargetFigure {
  const firm = { qualifier: null, status: 'confirmed', asOf: null, isSample: false } as const
  return { year, value, ...firm, reported: null, expected: null, source: null, ...more }
}

export function target(key: string, more: Partial<TargetFact> = {}): TargetFact {
  return {
    key,
    group: 'd',
    ref: `II.2.${key}`,
    subject: { vi: 'Công dân học tập', en: 'Learning citizens' },
    note: null,
    unit: 'percent',
    decimals: 2,
    goal: { year: 2030, comparator: '>=', value: 70, standing: 'on-track', reason: 'above-path', path: 62.5 },
    current: figure(2026, 63.4),
    before: null,
    latest: null,
    ...more,
  }
}

export const duty: DutyFact = {
  ref: 'V.3.1',
  role: 'lead',
  title: 'Nhân rộng mô hình học tập',
  tasks: ['III.1', 'III.3'],
  agency: { code: 'SVHTT', name: 'Sở Văn hóa và Thể thao' },
  report: {
    state: 'done',
    stateName: 'Hoàn thành',
    percent: 100,
    result: 'Mở 12 câu lạc bộ',
    difficulty: 'Thiếu người',
    proposal: '',
    evidence: 1,
  },
}

export const data: ReportData = {
  year: 2026,
  treeOn: '2026-12-31',
  takenOn: '2026-11-23',
  isSample: false,
  city: { code: '01', name: 'Thành phố Hà Nội' },
  plan: {
    symbol: '290/KH-UBND',
    title: 'Kế hoạch thực hiện Đề án “Xây dựng xã hội học tập”',
    issuedOn: '2021-12-16',
    bases: [
      {
        number: '1373/QĐ-TTg',
        issuedOn: '2021-07-30',
        type: 'Quyết định',
        issuer: 'Thủ tướng Chính phủ',
        title: 'Phê duyệt Đề án',
        verified: false,
      },
    ],
    groups: [{ code: 'd', name: 'Mô hình học tập' }],
    tasks: [
      { ref: 'III.1', title: 'Tuyên truyền' },
      { ref: 'III.5', title: 'Phong trào' },
    ],
    componentPlans: [],
  },
  round: { opensOn: '2026-10-01', dueOn: '2026-11-30', state: 'open' },
  units: [
    unit('1', {
      events_held: 1200,
      citizens_18_plus: 1000,
      learning_citizens_recognised: 600,
      money_state_planned: 2_500_000_000,
    }),
    unit('2', { events_held: 34, citizens_18_plus: 0, learning_citizens_recognised: 0 }),
    unit('3', null),
    unit('SVHTT', { events_held: 6 }, { audience: 'agency', name: 'Sở Văn hóa và Thể thao', type: 'department' }),
  ],
  targets: [target('d.1')],
  duties: [duty, { ...duty, ref: 'V.3.2', report: null }],
  earlier: { events_held: { amount: 1100, source: null, isSample: false } },
}
