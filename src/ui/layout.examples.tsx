/** Showings of the parts of a page. */
import type { Example } from '#ui/example.ts'
import { LinkButton, SubmitButton } from '#ui/form.tsx'
import { ActionBar, Breadcrumbs, EmptyState, Facts, PageHeader, PartPagination, SectionNav, Tabs } from '#ui/layout.tsx'

const title = { vi: 'Phường Ba Đình · Báo cáo năm 2026', en: 'Ba Đình ward · Report of 2026' }

export const examples: Example[] = [
  {
    name: { vi: 'Đầu trang', en: 'Head of a page' },
    render: (reader) => (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: '#my', label: reader.say({ vi: 'Việc của tôi', en: 'My work' }) },
            { label: reader.say({ vi: 'Báo cáo năm 2026', en: 'Report of 2026' }) },
          ]}
        />
        <PageHeader
          title={reader.say(title)}
          level={3}
          lead={reader.say({ vi: 'Hạn gửi {due}, còn 2 ngày.', en: 'Due {due}, 2 days left.' }, { due: '25/11/2026' })}
          actions={<LinkButton href="#print">{reader.say({ vi: 'In', en: 'Print' })}</LinkButton>}
        />
      </>
    ),
  },
  {
    name: { vi: 'Các phần của biểu, có số ô đã nhập', en: 'Sections of a form, with how many cells are filled' },
    render: (reader) => (
      <SectionNav
        reader={reader}
        items={[
          { href: '#literacy', label: reader.say({ vi: 'Xóa mù chữ', en: 'Literacy' }), count: '6/6' },
          {
            href: '#models',
            label: reader.say({ vi: 'Mô hình học tập', en: 'Learning models' }),
            count: '5/8',
            current: true,
          },
          {
            href: '#centres',
            label: reader.say({ vi: 'Trung tâm học tập cộng đồng', en: 'Learning centres' }),
            count: '0/7',
          },
        ]}
      />
    ),
  },
  {
    name: { vi: 'Các góc nhìn của một thứ', en: 'Views of one thing' },
    render: (reader) => (
      <Tabs
        label={reader.say({ vi: 'Góc nhìn', en: 'Views' })}
        items={[
          { href: '#all', label: reader.say({ vi: 'Tất cả', en: 'All' }), count: '126', current: true },
          { href: '#late', label: reader.say({ vi: 'Quá hạn', en: 'Late' }), count: '3' },
        ]}
      />
    ),
  },
  {
    name: { vi: 'Chưa có gì: việc làm đầu tiên', en: 'Nothing yet: what to do first' },
    render: (reader) => (
      <EmptyState
        title={reader.say({ vi: 'Chưa có lớp học nào', en: 'No class yet' })}
        action={{ href: '#new', label: reader.say({ vi: 'Mở lớp đầu tiên', en: 'Open the first class' }) }}
      >
        {reader.say({
          vi: 'Mở một lớp để người dân thấy và ghi danh.',
          en: 'Open a class so that people can see it and sign up.',
        })}
      </EmptyState>
    ),
  },
  {
    name: { vi: 'Cặp chữ và nghĩa', en: 'Facts' },
    render: (reader) => (
      <Facts
        items={[
          { label: reader.say({ vi: 'Diện tích', en: 'Area' }), value: `${reader.number(2.97)} km²` },
          { label: reader.say({ vi: 'Dân số', en: 'Population' }), value: reader.number(65_023) },
        ]}
      />
    ),
  },
  {
    name: { vi: 'Trang sau', en: 'Next page' },
    render: (reader) => (
      <PartPagination
        reader={reader}
        shown={100}
        total={2114}
        from={200}
        perPage={100}
        hrefOf={(from = 0) => `#from-${from}`}
      />
    ),
  },
  {
    name: { vi: 'Thanh việc cần làm', en: 'Bar of actions' },
    render: (reader) => (
      <ActionBar
        reader={reader}
        note={reader.say({ vi: '1 ô phải sửa, 12 ô chưa nhập.', en: '1 cell to correct, 12 cells empty.' })}
      >
        <LinkButton href="#excel">{reader.say({ vi: 'Tải Excel', en: 'Download Excel' })}</LinkButton>
        <SubmitButton tone="quiet">{reader.say({ vi: 'Kiểm tra cả biểu', en: 'Check the form' })}</SubmitButton>
        <SubmitButton>{reader.say({ vi: 'Gửi thành phố', en: 'Send to the city' })}</SubmitButton>
      </ActionBar>
    ),
  },
]
