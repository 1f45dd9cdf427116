// Brings a row of the virtualised queue into view, whether or not it is rendered yet.
export function scrollToRow(list, index, rowHeight) {
  if (!list) return;
  const top = index * rowHeight;
  if (top < list.scrollTop || top + rowHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = Math.max(0, top - list.clientHeight / 3);
  }
}
