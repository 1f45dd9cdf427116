// One document-level listener per page: sends claimed keys to KeyScope, and nothing else.
let owner = null;
let claimed = new Set();
let prefix = '';
let prefixTimer = 0;

const typingTarget = element =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.closest('.monaco-editor') !== null ||
    element.matches('input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select'));

const busy = () => document.querySelector('.mud-dialog, .mud-popover-open.mud-popover:not(.mud-tooltip)') !== null;

const ownsEnter = element => element instanceof HTMLElement && element.closest('a, button, summary, [role=button], [role=menuitem], [role=treeitem]') !== null;

const nameOf = event => {
  const base = event.key.length === 1 ? event.key : event.key === ' ' ? 'Space' : event.key;
  const letter = /^[a-z]$/i.test(base);
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && (letter || base.length > 1)) parts.push('Shift');
  parts.push(letter ? base.toLowerCase() : base);
  return parts.join('+');
};

const onKeyDown = event => {
  if (!owner || event.isComposing || event.keyCode === 229 || event.repeat && event.key.length > 1 && !event.key.startsWith('Arrow')) return;
  const name = nameOf(event);
  if (typingTarget(event.target)) {
    if (event.key === 'Escape') event.target.blur();
    if (!name.startsWith('Ctrl+')) return;
  }
  if (busy()) return;
  if ((name === 'Enter' || name === ' ') && ownsEnter(event.target)) return;
  const chord = prefix ? `${prefix} ${name}` : '';
  prefix = '';
  const hit = claimed.has(chord) ? chord : claimed.has(name) ? name : '';
  if (hit) {
    event.preventDefault();
    // What was typed is sent off: the next key is a command again.
    if (name === 'Ctrl+Enter' && typingTarget(event.target) && !event.target.closest('.monaco-editor')) event.target.blur();
    owner.invokeMethodAsync('PressAsync', hit);
  } else if ([...claimed].some(keys => keys.startsWith(`${name} `))) {
    prefix = name;
    clearTimeout(prefixTimer);
    prefixTimer = setTimeout(() => { prefix = ''; }, 1200);
  }
};

export function listen(dotnet, keys) {
  if (!owner) document.addEventListener('keydown', onKeyDown);
  owner = dotnet;
  claimed = new Set(keys);
  document.documentElement.dataset.keys = keys.join(' ');
}

export function stop() {
  document.removeEventListener('keydown', onKeyDown);
  owner = null;
}
