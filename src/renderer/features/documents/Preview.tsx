import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Name, T, useText } from '#i18n';
import { cx, text } from '#ui';
import type { RecordView } from '#shared/domain/registry';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { hasUrdu } from '../parts/has-urdu';
import css from './Documents.module.css';

/** Wider pictures are drawn smaller: the window has no room for more, and memory is dear. */
const MOST_PIXELS = 2400;

/**
 * A picture decoded from bytes and drawn: no address of it exists that could leak or be kept.
 * Turned on request, for photos of papers.
 */
function Picture({
  bytes,
  mediaType,
  name,
}: {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
}) {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isGone = false;
    const draw = async (): Promise<void> => {
      const bitmap = await createImageBitmap(
        new Blob([new Uint8Array(bytes)], { type: mediaType }),
      );
      const element = canvas.current;
      if (!isGone && element !== null) {
        const scale = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height));
        element.width = Math.round(bitmap.width * scale);
        element.height = Math.round(bitmap.height * scale);
        element.getContext('2d')?.drawImage(bitmap, 0, 0, element.width, element.height);
      }
      bitmap.close();
    };
    draw().catch(() => {
      if (!isGone) setBroken(true);
    });
    return () => {
      isGone = true;
    };
  }, [bytes, mediaType]);
  if (isBroken) return <T id="documents.preview.broken" />;
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t('documents.preview.of', { name })}
      className={css.picture}
    />
  );
}

/** The attachment as far as it can be shown: text as text, pictures drawn, nothing run. */
export function Preview({ document }: { readonly document: RecordView<'document'> }) {
  const { id, label } = document;
  const { data, error } = useQuery({
    queryKey: ['documents', 'preview', { id }],
    queryFn: () => value(rihai.documents.preview({ id })),
    // Bytes of papers are not kept about once nobody looks at them.
    gcTime: 0,
  });
  if (error !== null)
    return (
      <div className={css.preview}>
        <CodedError error={error} />
      </div>
    );
  if (data === undefined) return <div className={css.preview} />;
  if (data.kind === 'image')
    return (
      <div className={css.preview}>
        <Picture bytes={data.bytes} mediaType={data.mediaType} name={label} />
      </div>
    );
  if (data.kind === 'text')
    return (
      <div className={css.preview} tabIndex={0} role="region" aria-label={label}>
        <pre className={cx(css.text, text.record, hasUrdu(data.text) && css.urdu)} dir="auto">
          <Name>{data.text}</Name>
        </pre>
        {data.isCut && (
          <p className={text.quieter}>
            <T id="documents.preview.cut" />
          </p>
        )}
      </div>
    );
  return (
    <p className={cx(css.none, text.quiet)}>
      <T id={data.isTooLarge ? 'documents.preview.large' : 'documents.preview.none'} />
    </p>
  );
}
