/** What a rule of one's own may use besides the document and the repository that it is given: what ours use, in a small selection. */
export type { Cell, Row, Table } from './analysis/outline/table.ts'
export type { Outline, Section } from './analysis/outline/outline.ts'
export type { Module } from './analysis/program/module.ts'
export type { Origin } from './analysis/program/origin.ts'
export type { Call, Syntax } from './analysis/program/syntax.ts'
export type { Environment } from './facts/environment.ts'
export type { Files } from './facts/files.ts'
export type { History, Removal } from './facts/history.ts'
export type { Package, Packages } from './facts/packages.ts'
export type { Gone } from './facts/receipt.ts'
export type { Found, WrittenPath } from './facts/resolve-path.ts'
export type { Tasks } from './facts/tasks.ts'

// Documents.
export { outlineOf } from './analysis/outline/outline.ts'
export { tablesOf } from './analysis/outline/table.ts'
export { createDocument } from './core/document.ts'
export { closest, textOf } from './core/markdown/node.ts'

// Verdicts.
export { replacing } from './core/fix.ts'
export { nearestName } from './core/nearest-name.ts'
export { holds, unknown } from './core/verdict.ts'
export { findRemoval, removalText } from './facts/receipt.ts'

// Facts.
export { defineFact } from './core/repository.ts'
export { sourceFilesFact } from './core/source-file.ts'
export { environmentFact } from './facts/environment.ts'
export { filesFact } from './facts/files.ts'
export { historyFact } from './facts/history.ts'
export { packagesFact } from './facts/packages.ts'
export { findPath } from './facts/resolve-path.ts'
export { tasksFact } from './facts/tasks.ts'

// Code.
export { moduleOf } from './analysis/program/module.ts'
export { isFromPackage, originsOf } from './analysis/program/origin.ts'
export { callOf, descendants, endOf, startOf, stringOf } from './analysis/program/syntax.ts'
