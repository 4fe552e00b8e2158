import type { ComponentProps } from 'react';
import { useText } from '#i18n';
import { FormLayout } from './FormLayout';
import { STEPS, type Step } from './model';

type Props = Omit<ComponentProps<typeof FormLayout>, 'steps' | 'current' | 'isOver'> & {
  readonly step: Step;
};

/** One step of making a vault. */
export function StepLayout({ step, ...form }: Props) {
  const t = useText();
  const steps = STEPS.map((id) => ({ id, label: t(`start.step.${id}`) }));
  return <FormLayout {...form} steps={steps} current={step} />;
}
