/** What can be wrong with the shape of an area. */
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const problems = problemCatalogue('organisation', {
  tooManyPoints: {
    status: 413,
    vi: 'Tệp có hơn {most, number} điểm (tính đến vùng thứ {feature}). Hãy giản lược đường ranh giới.',
    en: 'The file has more than {most, number} positions (by area {feature}). Simplify the boundaries.',
  },
  tooManyRings: {
    status: 413,
    vi: 'Tệp có hơn {most, number} đường bao (tính đến vùng thứ {feature}). Hãy bỏ các mảnh quá nhỏ.',
    en: 'The file has more than {most, number} rings (by area {feature}). Leave out the smallest pieces.',
  },
  notAnArea: {
    status,
    vi: 'Vùng thứ {feature} là {found}; cần Polygon hoặc MultiPolygon.',
    en: 'Area {feature} is {found}; Polygon or MultiPolygon is needed.',
  },
  badPositions: {
    status,
    vi: 'Vùng thứ {feature} có tọa độ không phải là cặp số.',
    en: 'Area {feature} has coordinates that are no pairs of numbers.',
  },
  shortRing: {
    status,
    vi: 'Vùng thứ {feature} có đường bao ít hơn 4 điểm.',
    en: 'Area {feature} has a ring of fewer than 4 positions.',
  },
  openRing: {
    status,
    vi: 'Vùng thứ {feature} có đường bao không khép kín: điểm cuối phải trùng điểm đầu.',
    en: 'Area {feature} has a ring that is not closed: the last position must be the first.',
  },
})
