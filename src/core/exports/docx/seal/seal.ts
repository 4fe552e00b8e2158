import { AppError } from '#shared/errors/app-error';
import { partBytes, partText, readPackage, writePackage, type Parts } from './package';
import { scanPaper } from './scan';

/** Who, what tool, when, which theme and template: a paper needs none of these parts. */
const DROPPED =
  /^(?:docProps\/|customXml\/|word\/(?:theme\/|comments|people|glossary\/|webSettings))/u;

const TRACE_ATTRIBUTES =
  /\s(?:w:rsid\w*|w\d+\w*:(?:paraId|textId|durableId))\s*=\s*(?:"[^"]*"|'[^']*')/gu;
const TRACE_ELEMENTS =
  /<(w:(?:rsids|docVars))\b[^>]*>.*?<\/\1>|<(?:w:(?:rsid\w*|attachedTemplate|proofState|nsid|tmpl)|w1\d+:docId)\b[^>]*\/>/gsu;
/** Elements whose number only has to be unlike the others of its kind. */
const NUMBERED = /^<(w:bookmarkStart|w:bookmarkEnd|wp:docPr)\b/u;

/** Gives numbers made at random their place in the text instead. */
function renumber(): (tag: string) => string {
  const given = new Map<string, string>();
  return (tag) => {
    const kind = NUMBERED.exec(tag)?.[1];
    if (kind === undefined) return tag;
    const family = kind.startsWith('w:') ? 'bookmark' : 'drawing';
    return tag.replace(
      /(\s(?:w:)?id=")([^"]*)(")/u,
      (_, before: string, id: string, after: string) => {
        const key = `${family} ${id}`;
        if (!given.has(key)) given.set(key, String(given.size + 1));
        return `${before}${given.get(key) ?? ''}${after}`;
      },
    );
  };
}

/** Takes out the namespaces a part declares and does not use: their list tells which tool wrote it. */
function withoutUnusedNamespaces(xml: string): string {
  const tags = (xml.match(/<[^<>?][^<>]*>/gu) ?? []).map((tag) =>
    tag.replace(/\sxmlns:\w+="[^"]*"|\smc:Ignorable="[^"]*"/gu, ''),
  );
  const used = new Set(
    tags.flatMap((tag) => [...tag.matchAll(/[\s</]([\w]+):/gu)].map((match) => match[1])),
  );
  return xml.replace(/<[^<>?/][^<>]*>/u, (root) => {
    const ignorable = (/\smc:Ignorable="([^"]*)"/u.exec(root)?.[1] ?? '')
      .split(' ')
      .filter((prefix) => used.has(prefix));
    if (ignorable.length > 0) used.add('mc');
    return root
      .replace(
        /\smc:Ignorable="[^"]*"/u,
        ignorable.length === 0 ? '' : ` mc:Ignorable="${ignorable.join(' ')}"`,
      )
      .replace(/\sxmlns:(\w+)="[^"]*"/gu, (declared, prefix: string) =>
        used.has(prefix) ? declared : '',
      );
  });
}

function cleanXml(xml: string): string {
  const numberOf = renumber();
  const clean = xml
    .replace(/<!--.*?-->/gsu, '')
    .replace(TRACE_ELEMENTS, '')
    .replace(/<[^<>]*>/gu, (tag) => numberOf(tag.replace(TRACE_ATTRIBUTES, '')));
  return withoutUnusedNamespaces(clean);
}

/** Where a relationship leads, as the name of a part. */
function targetOf(relationships: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folder = relationships.replace(/_rels\/[^/]*$/u, '');
  return `${folder}${target}`;
}

/** Takes out relationships to parts that are gone. */
const cleanRelationships = (name: string, xml: string): string =>
  xml.replace(/<Relationship\s[^<>]*\/>/gu, (tag) => {
    const target = /\sTarget="([^"]*)"/u.exec(tag)?.[1] ?? '';
    return DROPPED.test(targetOf(name, target)) ? '' : tag;
  });

/** Keeps the content types of parts that are there. */
const cleanContentTypes = (xml: string, names: readonly string[]): string =>
  xml
    .replace(/<Override\s[^<>]*\/>/gu, (tag) => {
      const part = /\sPartName="\/([^"]*)"/u.exec(tag)?.[1] ?? '';
      return names.includes(part) ? tag : '';
    })
    .replace(/<Default\s[^<>]*\/>/gu, (tag) => {
      const extension = /\sExtension="([^"]*)"/u.exec(tag)?.[1] ?? '';
      return names.some((name) => name.endsWith(`.${extension}`)) ? tag : '';
    });

const isEmptyRelationships = (name: string, xml: string): boolean =>
  name.startsWith('word/_rels/') && !xml.includes('<Relationship ');

function cleanParts(parts: Parts): Parts {
  const kept = new Map<string, string>();
  for (const [name, bytes] of parts) {
    if (DROPPED.test(name)) continue;
    const xml = cleanXml(partText(bytes));
    const clean = name.endsWith('.rels') ? cleanRelationships(name, xml) : xml;
    if (!isEmptyRelationships(name, clean)) kept.set(name, clean);
  }
  const types = kept.get('[Content_Types].xml');
  if (types !== undefined) {
    kept.set('[Content_Types].xml', cleanContentTypes(types, [...kept.keys()]));
  }
  return new Map([...kept].map(([name, xml]) => [name, partBytes(xml)]));
}

/**
 * The last step of every paper: takes out author, tool, time, template and
 * random ids, writes the package so that the same content gives the same
 * bytes, and reads it again. Throws `export/not-clean` if anything is left.
 */
export function seal(bytes: Uint8Array): Uint8Array {
  const sealed = writePackage(cleanParts(readPackage(bytes)));
  const [leftover] = scanPaper(sealed);
  if (leftover !== undefined) {
    throw new AppError('export/not-clean', { part: leftover.part, what: leftover.what });
  }
  return sealed;
}
