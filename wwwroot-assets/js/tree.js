// Arrow keys move within a tree; the page must not scroll with them. Tab and typing keep their meaning.
const own = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

export const keepArrows = list => list.addEventListener('keydown', event => {
  if (own.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) event.preventDefault();
});

export const reveal = (list, top, height) => {
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight / 2;
};
