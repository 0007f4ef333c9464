import { language, t } from './wording.js';

const DAY = 86_400_000;

export const clock = (at) =>
  new Date(at).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit', hour12: false });

export const sameDay = (a, b) => new Date(a).toDateString() === new Date(b).toDateString();

/** "Today", "Yesterday", or a date as people say it. */
export function day(at) {
  const date = new Date(at);
  if (sameDay(date, Date.now())) return t('time.today');
  if (sameDay(date, Date.now() - DAY)) return t('time.yesterday');
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString(language(), { year, month: 'long', day: 'numeric', weekday: 'short' });
}

/** When something is due, by the wall clock of the zone it was written in, wherever the browser is. */
export function due(iso) {
  const parts = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(iso);
  if (!parts) return iso;
  const [, year, month, date, time] = parts;
  const local = new Date(Number(year), Number(month) - 1, Number(date));
  return `${day(local)} ${time}`;
}

export function duration(seconds) {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 60 ? `${whole}″` : `${Math.floor(whole / 60)}′${String(whole % 60).padStart(2, '0')}″`;
}
