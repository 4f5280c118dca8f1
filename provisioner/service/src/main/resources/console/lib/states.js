import { html } from 'lit';
import { texts } from '../texts.js';
import { icon } from './icons.js';

/** States are told by word, sign and colour, so that none of the three is needed. */

const TASKS = {
  RUNNING: ['info', 'play'],
  WAITING: ['warn', 'clock'],
  COMPLETED: ['good', 'check'],
  FAILED: ['bad', 'cross'],
  TERMINATING: ['warn', 'clock'],
  TERMINATED: ['', 'minus'],
};

const PORTS = {
  IN_SYNC: ['good', 'check'],
  DRIFTED: ['warn', 'change'],
  MISSING: ['bad', 'cross'],
  CLOSED: ['', 'minus'],
  UNWATCHED: ['', 'hidden'],
};

const tag = ([tone, symbol], text) => html`<span class="tag ${tone}">${icon(symbol)} ${text}</span>`;

export const isOpen = (task) => ['RUNNING', 'TERMINATING'].includes(task.state);

export const taskState = (task) => {
  const state = task.state === 'RUNNING' && task.nextDue ? 'WAITING' : task.state;
  return tag(TASKS[state], texts.tasks.states[state]);
};

export const portState = (state) => tag(PORTS[state], texts.ports.states[state]);
