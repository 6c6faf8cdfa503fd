/** The addresses of directing documents. */
import { path } from '#platform/web/path.ts'

export const documentsPath = path('/policy-documents')
export const newDocumentPath = path('/policy-documents/new')
export const importsPath = path('/policy-documents/imports')
export const documentPath = path('/policy-documents/:id')
export const editDocumentPath = path('/policy-documents/:id/edit')
export const itemsPath = path('/policy-documents/:id/items')
export const filePath = path('/policy-documents/:id/file')
