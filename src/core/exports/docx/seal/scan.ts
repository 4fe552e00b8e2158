import { partText, readPackage } from './package';

/** Something in a paper that tells who, with what, when or where it was made. */
export type Leftover = { readonly part: string; readonly what: string };

/** Parts a paper may have; everything else is a leftover of a tool. */
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|settings|fontTable|footnotes|endnotes|(?:header|footer)\d+)\.xml|word\/_rels\/[a-z]+\d*\.xml\.rels)$/iu;

const TRACE_ATTRIBUTE =
  /\s(?:w:rsid\w*|w\d+\w*:(?:paraId|textId|durableId)|w:author|w:initials|w:date|w:dateUtc|w:userId)\s*=/u;
const TRACE_ELEMENT =
  /^<\/?(?:w:(?:rsids?|rsidRoot|attachedTemplate|docVars?|proofState|nsid|tmpl|ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|vanish|webHidden|specVanish|comment\w*|people|documentProtection|trackRevisions|saveThroughXslt|mailMerge)|w1\d+:(?:docId|people))[\s/>]/u;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;
const TIMESTAMP = /"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u;
const MACHINE_PATH = /"(?:file:|[a-z]:\\|\\\\|\/(?:home|users|tmp|root|var)\/)/iu;
const OUTSIDE = /TargetMode\s*=\s*"External"/u;

const TAG_RULES: readonly (readonly [RegExp, string])[] = [
  [TRACE_ATTRIBUTE, 'attribute'],
  [TRACE_ELEMENT, 'element'],
  [UUID, 'id'],
  [TIMESTAMP, 'time'],
  [MACHINE_PATH, 'path'],
  [OUTSIDE, 'link'],
];

/** Only tags are looked at: what a lawyer typed between them is the paper itself. */
function* tagLeftovers(part: string, xml: string): Generator<Leftover> {
  if (xml.includes('<!--')) yield { part, what: 'comment' };
  for (const [tag] of xml.matchAll(/<[^<>]*>/gu)) {
    for (const [pattern, what] of TAG_RULES) {
      if (pattern.test(tag)) yield { part, what };
    }
  }
}

const END_OF_DIRECTORY = 0x0605_4b50;
const DIRECTORY_ENTRY = 0x0201_4b50;
/** 1 January 1980 00:00 as ZIP keeps it: date in the upper half, time in the lower. */
const NO_TIME = 0x0021_0000;

/** Times, names of systems, comments and extra fields that a ZIP keeps beside its parts. */
function* zipLeftovers(bytes: Uint8Array): Generator<Leftover> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) {
    yield { part: 'zip', what: 'comment' };
    return;
  }
  let at = view.getUint32(end + 16, true);
  while (at < end && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const part = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const times = [view.getUint32(at + 12, true), view.getUint32(local + 10, true)];
    if (times.some((time) => time !== NO_TIME)) yield { part, what: 'time' };
    if (extraLength + commentLength + view.getUint16(local + 28, true) > 0) {
      yield { part, what: 'extra' };
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
}

/** Opens a finished paper anew and lists what should not be in it; a clean one has nothing. */
export function scanPaper(bytes: Uint8Array): readonly Leftover[] {
  const found = [...zipLeftovers(bytes)];
  for (const [name, content] of readPackage(bytes)) {
    if (!PART.test(name)) found.push({ part: name, what: 'part' });
    else found.push(...tagLeftovers(name, partText(content)));
  }
  return found;
}
