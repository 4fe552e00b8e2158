import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { T, useText } from '#i18n';
import { IconButton, text } from '#ui';
import { MOST_PAGE_WIDTH } from '#shared/preview/limits';
import type { DrawnPage } from '#shared/preview/messages';
import { CodedError } from '#renderer/app/parts';
import css from './Documents.module.css';
import { useInnerWidth, usePage } from './use-preview';

/** By how much wider than the place there is. */
const ZOOMS = [1, 1.5, 2, 3] as const;

const LEAST_WIDTH = 16;

type PageProps = { readonly drawn: DrawnPage; readonly label: string; readonly zoom: number };

/** Pixels that came from elsewhere, put down as they are: nothing here decodes anything. */
function Page({ drawn, label, zoom }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const { width, height, bytes } = drawn;
    current.width = width;
    current.height = height;
    current
      .getContext('2d')
      ?.putImageData(new ImageData(new Uint8ClampedArray(bytes), width, height), 0, 0);
  }, [drawn]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className={css.picture}
      style={{ inlineSize: `${String(zoom * 100)}%` }}
    />
  );
}

/** A number that keys and buttons move within its bounds. */
function useBounded(first: number, last: number) {
  const [now, setNow] = useState(first);
  const set = (wanted: number): void => {
    setNow(Math.min(last, Math.max(first, wanted)));
  };
  return { now, set, isFirst: now === first, isLast: now === last };
}

type Bounded = ReturnType<typeof useBounded>;

type StepProps = {
  readonly of: Bounded;
  /** Back or forward. */
  readonly by: -1 | 1;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys: string;
};

/** Moves a number by one. */
const Step = ({ of, by, ...rest }: StepProps) => (
  <IconButton
    {...rest}
    isMirrored
    isDisabled={by < 0 ? of.isFirst : of.isLast}
    onPress={() => {
      of.set(of.now + by);
    }}
  />
);

type ControlsProps = { readonly page: Bounded; readonly zoom: Bounded; readonly pages: number };

function Controls({ page, zoom, pages }: ControlsProps) {
  const t = useText();
  const [before, after] = [t('documents.preview.previous'), t('documents.preview.next')];
  const [smaller, larger] = [t('documents.preview.smaller'), t('documents.preview.larger')];
  return (
    <div className={css.controls}>
      {pages > 1 && (
        <>
          <Step of={page} by={-1} icon={ChevronLeft} label={before} keys="PageUp" />
          <span className={text.small} role="status">
            <T id="documents.preview.page" values={{ page: page.now, pages }} />
          </span>
          <Step of={page} by={1} icon={ChevronRight} label={after} keys="PageDown" />
        </>
      )}
      <span className={css.zooms}>
        <Step of={zoom} by={-1} icon={ZoomOut} label={smaller} keys="−" />
        <Step of={zoom} by={1} icon={ZoomIn} label={larger} keys="+" />
      </span>
    </div>
  );
}

type Props = {
  readonly preview: string;
  readonly pages: number;
  /** Of the document. */
  readonly name: string;
};

/** A document page by page, as wide as there is room or wider. */
export function PagesView({ preview, pages, name }: Props) {
  const t = useText();
  const page = useBounded(1, pages);
  const zoom = useBounded(0, ZOOMS.length - 1);
  const factor = ZOOMS[zoom.now] ?? 1;
  const [place, inner] = useInnerWidth();
  const wanted = Math.round(inner * factor * window.devicePixelRatio);
  const width = inner === 0 ? 0 : Math.min(MOST_PAGE_WIDTH, Math.max(LEAST_WIDTH, wanted));
  const { drawn, error } = usePage(preview, page.now, width);
  const keys: Readonly<Record<string, () => void>> = {
    PageDown: () => {
      page.set(page.now + 1);
    },
    PageUp: () => {
      page.set(page.now - 1);
    },
    Home: () => {
      page.set(1);
    },
    End: () => {
      page.set(pages);
    },
    '+': () => {
      zoom.set(zoom.now + 1);
    },
    '-': () => {
      zoom.set(zoom.now - 1);
    },
    '0': () => {
      zoom.set(0);
    },
  };
  const press = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
    place.current?.scrollTo({ top: 0 });
  };
  const label =
    pages > 1
      ? t('documents.preview.of.page', { name, page: page.now, pages })
      : t('documents.preview.of', { name });
  return (
    <>
      <Controls page={page} zoom={zoom} pages={pages} />
      <div
        ref={place}
        className={css.preview}
        tabIndex={0}
        role="region"
        aria-label={name}
        onKeyDown={press}
      >
        {error !== undefined && <CodedError error={error} />}
        {drawn !== undefined && <Page drawn={drawn} label={label} zoom={factor} />}
      </div>
    </>
  );
}
