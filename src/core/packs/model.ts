import type { z } from '#shared/domain/zod';
import type {
  courtSchema,
  documentTypesSchema,
  hearingWordsSchema,
  labelSchema,
  lengthSchema,
  packSchema,
  penaltySchema,
  ruleSchema,
  sectionSchema,
  statutesSchema,
} from './schema';

export type Label = z.infer<typeof labelSchema>;
export type Court = z.infer<typeof courtSchema>;
export type Penalty = z.infer<typeof penaltySchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Statutes = z.infer<typeof statutesSchema>;
export type HearingWords = z.infer<typeof hearingWordsSchema>;
export type Length = z.infer<typeof lengthSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<M extends Rule['method']> = Extract<Rule, { readonly method: M }>;
export type SectionFlags = Section['flags'][number];

/** One jurisdiction: its courts, sections, rules and words. It helps to keep dates; it is not advice. */
export type Pack = z.infer<typeof packSchema> & {
  readonly courts: readonly Court[];
  readonly statutes: Statutes;
  readonly rules: readonly Rule[];
  readonly hearings: HearingWords;
  readonly documentTypes: z.infer<typeof documentTypesSchema>;
};
