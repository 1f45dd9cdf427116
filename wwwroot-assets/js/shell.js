// Loaded before the first paint: theme, remembered choices, reconnect buttons.
window.workbench = (() => {
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const remember = (name, value) => { document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax`; };
  const cookie = name => document.cookie.split('; ').find(part => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const paint = choice => {
    const dark = choice === 'dark' || (choice !== 'light' && systemDark.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    return dark;
  };
  const setTheme = choice => {
    remember('wb-theme', choice);
    return paint(choice);
  };
  const stepRow = step => {
    const rows = [...document.querySelectorAll('.wb-main .wb-table tbody tr')].filter(row => row.querySelector('a, button'));
    const at = rows.indexOf(document.activeElement?.closest('tr'));
    const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
    rows[next]?.querySelector('a, button').focus({ focusVisible: true });
  };
  remember('wb-system', systemDark.matches ? 'dark' : 'light');
  paint(cookie('wb-theme') ?? 'system');
  document.addEventListener('click', async event => {
    if (event.target.closest?.('[data-wb-reload]')) location.reload();
    if (event.target.closest?.('[data-wb-reconnect]') && !await Blazor.reconnect()) location.reload();
  });
  return { setTheme, remember, stepRow };
})();
