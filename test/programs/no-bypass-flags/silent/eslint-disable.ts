// @ts-ignore-next-line: not a bypass
export const options = { ignorePatterns: ['dist'], noInlineConfig: true, allowInlineConfig: false, skipBlankLines: true }
