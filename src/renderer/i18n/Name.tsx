import type { ReactNode } from 'react';

type Props = {
  readonly children: ReactNode;
  /** The language it is written in, where known: chooses the face and the voice. */
  readonly lang?: string | undefined;
  readonly className?: string;
};

/** A name, number or place as somebody wrote it: its direction never leaks into the line around it. */
export function Name({ children, lang, className }: Props) {
  return (
    <bdi lang={lang} dir="auto" className={className}>
      {children}
    </bdi>
  );
}
