/** Markdown without its marks, every letter at its old place. */

const DESTINATION = /\]\([^()\s]{0,500}(?:\s"[^"\n]{0,200}")?\)|\]\[[^\]\n]{0,100}\]/g
const COMMENT = /<!--[^>]{0,500}-->|<\/?[a-zA-Z](?!\w{1,10}:)[^<>\n]{0,200}>/g
const IMAGE = /!\[[^\]\n]{0,300}\](?:\([^()\s]{0,500}\))?/g
const blank = (text: string): string => ' '.repeat(text.length)

/** Blanks out emphasis, code marks, destinations, pictures and tags; the text keeps its length, so offsets into it stay true. */
export function plainView(markdown: string): string {
  return markdown.replace(COMMENT, blank).replace(IMAGE, blank).replace(DESTINATION, blank).replace(/[*`[\]\\_\n\r\t]/g, ' ').replace(/&gt;=|&ge;/g, whole => `>=${blank(whole).slice(2)}`)
}
