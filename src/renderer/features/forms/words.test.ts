import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '#shared/domain/kinds';
import { shownRegistry } from '#worker/handlers/registry';
import en from '#locales/en.json';
import { FIRST_FIELDS, furtherFields } from './first-fields';

const registry = shownRegistry();
const has = (...ids: readonly string[]): boolean => ids.some((id) => Object.hasOwn(en, id));

describe('forms of the registry', () => {
  it('have a word for every kind, field and part', () => {
    const nameless = RECORD_KINDS.flatMap((kind) =>
      Object.entries(registry[kind] ?? {}).flatMap(([name, field]) => [
        ...(has(`kind.${kind}`) ? [] : [kind]),
        ...(has(`field.${kind}.${name}`, `field.${name}`) ? [] : [`${kind}.${name}`]),
        ...(field.parts ?? [])
          .filter((part) => !has(`field.${kind}.${name}.${part.name}`, `field.${part.name}`))
          .map((part) => `${kind}.${name}.${part.name}`),
      ]),
    );
    expect(nameless).toEqual([]);
  });

  it('have a word for everything that can be chosen', () => {
    const wordless = RECORD_KINDS.flatMap((kind) =>
      Object.entries(registry[kind] ?? {}).flatMap(([name, field]) =>
        [...(field.of ?? []), ...(field.parts ?? []).flatMap((part) => part.of ?? [])].filter(
          (word) => !has(`choice.${kind}.${name}.${word}`, `choice.${word}`),
        ),
      ),
    );
    expect(wordless).toEqual([]);
  });

  it('ask first only for fields that there are, and for none twice', () => {
    for (const kind of RECORD_KINDS) {
      const all = Object.keys(registry[kind] ?? {});
      const first = FIRST_FIELDS[kind];
      expect(first.filter((name) => !all.includes(name))).toEqual([]);
      expect(furtherFields(kind, all, first).filter((name) => first.includes(name))).toEqual([]);
    }
  });
});
