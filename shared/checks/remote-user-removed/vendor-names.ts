/** A part of a name that is, or begins with, one of these points to the vendor or its remote-support product. */
const beginnings = ['cimcloud', 'websitepipeline', 'wsp', 'gotoassist']

/** Too short or too common to be the beginning of another word: only the whole part counts. */
const wholeWords = ['cim', 'vendor', 'consultant']

/** Those of the beginnings that people also write in camel case, so that splitting tears them apart: `GoToAssist`, `CIMcloud`. */
const compounds = ['cimcloud', 'websitepipeline', 'gotoassist']

const CAMEL_CASE_BORDER = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/**
 * Whether a user name, full name or comment reads like one given to the vendor's staff.
 *
 * Parts are what lies between non-letters, digits and camel-case borders; of capitals before small letters (`CIMadmin`)
 * both readings count.
 */
export function readsLikeVendor(text: string): boolean {
  return vendorWord.test(text.toLowerCase()) && hasVendorPart(text)
}

/** Nearly no name does, and taking names apart is slow: a domain controller has a hundred thousand of them. */
const vendorWord = new RegExp([...wholeWords, ...beginnings].join('|'))

function hasVendorPart(text: string): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some((letters) => {
    const parts = letters.split(CAMEL_CASE_BORDER)
    const capitals = letters.match(/\p{Lu}+/gu) ?? []
    const fromBorders = parts.map((_, index) => parts.slice(index).join('').toLowerCase())
    return [...parts, ...capitals].some(isVendorPart) || fromBorders.some((rest) => compounds.some((word) => rest.startsWith(word)))
  })
}

function isVendorPart(part: string): boolean {
  const lower = part.toLowerCase()
  return wholeWords.includes(lower) || beginnings.some((word) => lower.startsWith(word))
}
