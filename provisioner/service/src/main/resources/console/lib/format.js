import { texts } from '../texts.js';

const { time } = texts;

/** A length of time as people say it. */
export const duration = (millis) => {
  const seconds = millis / 1000;
  if (millis < 1000) return time.millis(Math.round(millis));
  if (seconds < 100) return time.seconds(seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds));
  if (seconds < 5400) return time.minutes(Math.round(seconds / 60));
  if (seconds < 129600) return time.hours(Math.round(seconds / 3600));
  return time.days(Math.round(seconds / 86400));
};

/** How long ago, or in how long. */
export const when = (iso, now = Date.now()) => {
  const millis = now - Date.parse(iso);
  if (Math.abs(millis) < 1000) return time.now;
  const text = duration(Math.floor(Math.abs(millis) / 1000) * 1000);
  return millis > 0 ? time.ago(text) : time.in(text);
};

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export const clock = (iso) => CLOCK.format(new Date(iso));
export const moment = (iso) => MOMENT.format(new Date(iso));

/** The end of a component's id, which tells the ports of one product apart. */
export const shortId = (component) => component.split(':').slice(-1)[0];
export const product = (component) => component.split(':').slice(3, -1).join(' · ');
