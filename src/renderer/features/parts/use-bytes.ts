import { useIntl } from 'react-intl';
import { sizeOf } from './bytes';

/** A size in words, `412 kB`; '' where it is not known. */
export function useBytes(): (bytes: number | undefined) => string {
  const intl = useIntl();
  return (bytes) => {
    if (bytes === undefined) return '';
    const { value, format } = sizeOf(bytes);
    return intl.formatNumber(value, format);
  };
}
