import { t } from './wording.js';

/** How often it was found, and how often that was right. */
export function used({ tagged, suggested, ticked, unticked, precision }) {
  if (tagged + suggested + ticked === 0) return t('library.unused');
  const share = precision === null ? '–' : `${Math.round(100 * precision)}%`;
  return t('library.use', { tagged, suggested, ticked, unticked, share });
}
