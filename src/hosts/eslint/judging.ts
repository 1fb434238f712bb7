/** All that the plugin needs only when there is something to judge. */
export { configure } from './configure.ts'
export { judgeDocument } from './judge-document.ts'
export { judgeSource } from './judge-source.ts'
export { judgeSuppressions } from './judge-suppressions.ts'
