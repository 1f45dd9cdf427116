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
  remember('wb-system', systemDark.matches ? 'dark' : 'light');
  paint(cookie('wb-theme') ?? 'system');
  document.addEventListener('click', async event => {
    if (event.target.closest?.('[data-wb-reload]')) location.reload();
    if (event.target.closest?.('[data-wb-reconnect]') && !await Blazor.reconnect()) location.reload();
  });
  return { setTheme, remember };
})();
